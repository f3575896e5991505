import { instruments, textPacksOf } from '@peerscale/instruments';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instrument } from '../../../form/fixtures/instrument.ts';
import { english } from '../../../form/fixtures/text-packs.ts';
import { instrumentProblems, textPackProblems } from './check-instrument.ts';

test('finds nothing in what Peerscale ships', () => {
  for (const definition of instruments) {
    expect(instrumentProblems(definition), definition.id).toEqual([]);
    for (const pack of textPacksOf(definition)) expect(textPackProblems(pack, definition), definition.id).toEqual([]);
  }
});

test.each([
  [null, /is no object/],
  [{ ...instrument, format: 'peerscale/instrument@2' }, /format/],
  [{ ...instrument, id: 3 }, /instrument\.id/],
  [{ ...instrument, items: [] }, /items: are none/],
  [{ ...instrument, items: [instrument.items[0]!, instrument.items[0]!] }, /items\.1\.id/],
  [{ ...instrument, items: [{ ...instrument.items[0]!, responseScale: 'seldom' }] }, /items\.0\.responseScale/],
  [{ ...instrument, responseScales: [{ ...instrument.responseScales[0]!, codes: [1] }] }, /responseScales\.0\.codes/],
])('names what is wrong in a definition: %#', (value, message) => {
  expect(instrumentProblems(value).join('; ')).toMatch(message);
});

test.each([
  ['a text', /is no object/],
  [{ ...english, title: ' ' }, /title/],
  [{ ...english, items: { ...english.items, late: '' } }, /items\.late/],
  [{ ...english, responseScales: {} }, /often\.highCodeMeans.*often\.labels\.0/],
  [{ ...english, rights: undefined }, /rights/],
])('names what is wrong in a wording: %#', (value, message) => {
  expect(textPackProblems(value, instrument).join('; ')).toMatch(message);
});

test('anything at all is judged, and never thrown over', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(instrument)), (value, key) => {
      instrumentProblems(value);
      instrumentProblems({ ...instrument, [key]: value });
      textPackProblems(value, instrument);
      textPackProblems({ ...english, [key]: value, items: value, responseScales: value }, instrument);
    }),
  );
});
