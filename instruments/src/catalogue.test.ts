import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueSource } from '../scripts/catalogue-source.ts';
import { batteries, findBattery, findInstrument, instruments } from './index.ts';
import { newestOrVersion } from './newest-or-version.ts';

test('src/catalogue.ts holds every file of definitions/ and batteries/ (else: npm run catalogue)', () => {
  expect(readFileSync(new URL('catalogue.ts', import.meta.url), 'utf8')).toBe(catalogueSource());
});

test('no id and version is there twice', () => {
  for (const all of [instruments, batteries]) {
    const names = all.map(({ id, version }) => `${id}@${version}`);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('findInstrument and findBattery give the newest version, or the one asked for, or nothing', () => {
  expect(findInstrument('peer-role')?.version).toBe('1.0.0');
  expect(findInstrument('peer-role', '9.9.9')).toBeUndefined();
  expect(findInstrument('nope')).toBeUndefined();
  expect(findBattery('nope')).toBeUndefined();
  for (const battery of batteries) expect(findBattery(battery.id, battery.version)).toBe(battery);
  const versions = ['1.9.0', '1.10.0', '1.2.0'].map((version) => ({ id: 'a', version }));
  expect(newestOrVersion(versions, 'a')?.version).toBe('1.10.0');
  expect(newestOrVersion(versions, 'a', '1.9.0')?.version).toBe('1.9.0');
});
