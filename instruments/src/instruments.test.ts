import { readdirSync, readFileSync } from 'node:fs';
import {
  batteryPartItems,
  type Checked,
  formatPath,
  type Instrument,
  validateBattery,
  validateInstrument,
  validateTextPack,
} from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { batteries, findBattery, findInstrument, findTextPack } from './index.ts';

const folder = new URL('../definitions/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const definitions = files.filter((path) => path.endsWith('/instrument.json'));
const issuesOf = (checked: Checked<unknown>): string[] =>
  checked.success ? [] : checked.issues.map(({ path, message }) => `${formatPath(path)} ${message}`);

describe.each(definitions)('%s', (path) => {
  const input = read(path);
  const checked = validateInstrument(input);

  test('is valid, stands in the folder of its id and version, and is exported', () => {
    expect(issuesOf(checked)).toEqual([]);
    const { id, version } = (checked as { value: Instrument }).value;
    expect(path).toBe(`${id}/${version}/instrument.json`);
    expect(findInstrument(id, version)).toEqual(input);
  });

  const packs = files.filter((file) => file.startsWith(path.replace('instrument.json', 'text.')));
  test.each(packs.map((pack) => [pack]))('its text pack %s is valid, carries a checksum and is exported', (pack) => {
    const wording = read(pack) as { locale: string; checksum?: string };
    expect(issuesOf(validateTextPack(wording, (checked as { value: Instrument }).value))).toEqual([]);
    expect(pack.endsWith(`/text.${wording.locale}.json`)).toBe(true);
    expect(wording.checksum).toMatch(/^sha256:/);
    expect(findTextPack((checked as { value: Instrument }).value, wording.locale)).toEqual(wording);
  });

  test('ships wording exactly where its rights say so', () => {
    const { rights } = (checked as { value: Instrument }).value;
    expect(packs.length > 0).toBe(rights.wording === 'included');
  });
});

test.each(batteries.map((battery) => [battery.id, battery] as const))(
  'the battery %s is valid, is exported, and asks every group at least one item, none of them twice',
  (_, battery) => {
    expect(issuesOf(validateBattery(battery, findInstrument))).toEqual([]);
    expect(findBattery(battery.id, battery.version)).toBe(battery);
    for (const { parts } of battery.groups) {
      const asked = parts.flatMap((part) => batteryPartItems(findInstrument(part.instrument, part.version)!, part));
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked).size).toBe(asked.length);
    }
  },
);
