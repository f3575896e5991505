import { readdirSync, readFileSync } from 'node:fs';
import { instruments, textPacksOf } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { instrumentPages } from './instrument-pages.ts';

const folder = new URL('../instruments/', import.meta.url);
const written = ['format.md'];

test('docs/instruments holds what the definitions give (else: npm run instrument-docs)', () => {
  const onDisk = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => !written.includes(file))
      .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  expect(onDisk).toEqual(instrumentPages());
});

test('the page of an instrument with wording shows every item in both languages and the finding behind it', () => {
  const pages = instrumentPages();
  for (const instrument of instruments.filter(({ rights }) => rights.wording === 'included')) {
    const text = pages[`${instrument.id}.md`]!;
    for (const pack of textPacksOf(instrument)) {
      for (const item of instrument.items) expect(text).toContain(pack.items[item.id]);
    }
    for (const { rationale } of instrument.items) expect(text).toContain(rationale);
    expect(text).toContain('Validation: none yet');
  }
});
