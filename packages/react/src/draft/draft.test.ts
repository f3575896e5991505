import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { formatDraft, parseDraft } from './draft.ts';

const draft = {
  idempotencyKey: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  startedAt: '2026-11-21T08:00:00.000Z',
  answers: { breaks: 0, late: 4 },
  coding: { often: 'endorsement' as const },
};
const stored = () => JSON.parse(formatDraft(instrument, draft));

test('what is written is read', () => {
  expect(parseDraft(instrument, formatDraft(instrument, draft))).toEqual(draft);
});

test('a draft of another format, instrument or version is ignored', () => {
  for (const change of [{ format: 'peerscale/draft@2' }, { instrument: 'olbi' }, { version: '1.2.1' }]) {
    expect(parseDraft(instrument, JSON.stringify({ ...stored(), ...change }))).toBeNull();
  }
});

test('a damaged draft is ignored as a whole', () => {
  const damages: object[] = [
    { idempotencyKey: 'abc' },
    { idempotencyKey: undefined },
    { startedAt: 'yesterday' },
    { startedAt: 5 },
    { answers: { breaks: 5 } },
    { answers: { breaks: '1' } },
    { answers: { breaks: 1, unknown: 1 } },
    { answers: { constructor: 1 } },
    { answers: [1] },
    { answers: null },
    { coding: {} },
    { coding: { often: 'up' } },
  ];
  for (const damage of damages) expect(parseDraft(instrument, JSON.stringify({ ...stored(), ...damage }))).toBeNull();
});

test('no stored text makes it throw', () => {
  const text = formatDraft(instrument, draft);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.nat(text.length).map((end) => text.slice(0, end)),
      ),
      (damaged) => {
        expect(parseDraft(instrument, damaged)).toEqual(damaged === text ? draft : null);
      },
    ),
  );
});
