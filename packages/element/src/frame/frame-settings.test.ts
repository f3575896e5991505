import { expect, test } from 'vitest';
import { frameSettings } from './frame-settings.ts';

const PAGE = 'https://forms.example/embed/frame.html';

test('its own origin and those that are allowed, by relative or whole address', () => {
  const address = `${PAGE}?src=../day.json&endpoint=https://answers.example/in&locale=cs&onload=x&theme=dark`;
  expect(frameSettings(address, ['https://answers.example'], 'https://host.example/page')).toEqual({
    attributes: {
      src: 'https://forms.example/day.json',
      endpoint: 'https://answers.example/in',
      locale: 'cs',
      theme: 'dark',
    },
    host: 'https://host.example',
  });
});

test.each([
  'src=https://evil.example/day.json',
  'src=//evil.example/day.json',
  'src=javascript:alert(1)',
  'src=data:application/json,{}',
  'src=http://forms.example/day.json',
  'src=https://forms.example.evil.example/',
  'src=https://forms.example@evil.example/',
  'src=http://[',
  'endpoint=https://answers.example.evil.example/',
  'endpoint=https://answers.example:8443/',
])('is refused: %s', (query) => {
  expect(() => frameSettings(`${PAGE}?${query}`, ['https://answers.example', ''], null)).toThrow(RangeError);
});

test('tells nobody where it knows of nobody; the host in the query wins', () => {
  expect(frameSettings(PAGE, [], null).host).toBeNull();
  expect(frameSettings(PAGE, [], 'null').host).toBeNull();
  expect(frameSettings(`${PAGE}?host=javascript:1`, [], null).host).toBeNull();
  expect(frameSettings(`${PAGE}?host=https://a.example/x`, [], 'https://b.example').host).toBe('https://a.example');
});
