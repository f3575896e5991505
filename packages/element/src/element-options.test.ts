import { expect, test } from 'vitest';
import { readOptions } from './element-options.ts';

const element = (attributes: Record<string, string>) =>
  ({
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => name in attributes,
  }) as unknown as Element;

test('defaults', () => {
  expect(readOptions(element({}))).toEqual({
    src: null,
    locale: null,
    endpoint: null,
    mode: 'list',
    keep: 'tab',
    shared: false,
    draftKey: null,
    stylesheet: null,
  });
});

test('a shared computer keeps nothing, whatever else is said', () => {
  expect(readOptions(element({ keep: 'device', 'shared-computer': '' }))).toMatchObject({ keep: 'none', shared: true });
});

test('what has no meaning is as if it were not there', () => {
  const options = readOptions(element({ keep: 'forever', mode: 'grid', locale: 'no language', src: '', endpoint: '' }));
  expect(options).toMatchObject({ keep: 'tab', mode: 'list', locale: null, src: null, endpoint: null });
  expect(readOptions(element({ locale: 'cs_cz' })).locale).toBe('cs-CZ');
});
