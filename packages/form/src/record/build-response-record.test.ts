import { checkResponseRecord } from '@peerscale/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { czechReversed, english } from '../../fixtures/text-packs.ts';
import { buildResponseRecord } from './build-response-record.ts';

const sitting = {
  idempotencyKey: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  startedAt: '2026-11-21T08:00:00.000Z',
};
const now = '2026-11-21T08:04:30.000Z';

test('answers by item id, what was left open is skipped', () => {
  expect(buildResponseRecord(instrument, english, { breaks: 0, late: 4 }, sitting, now)).toEqual({
    schema: 'peerscale/response@1',
    instrument: 'working-day',
    version: '1.2.0',
    locale: 'en',
    answers: { breaks: 0, hurry: 'skipped', help: 'skipped', noise: 'skipped', say: 'skipped', late: 4 },
    startedAt: '2026-11-21T08:00:00.000Z',
    finishedAt: now,
    idempotencyKey: sitting.idempotencyKey,
  });
});

test('the coding is stated where the wording differs from the definition, or the definition is silent', () => {
  expect(buildResponseRecord(instrument, english, {}, sitting, now)).not.toHaveProperty('coding');
  expect(buildResponseRecord(instrument, czechReversed, {}, sitting, now).coding).toEqual({ often: 'rejection' });
  const { highCodeMeans: _, ...silent } = instrument.responseScales[0]!;
  const open = { ...instrument, responseScales: [silent] };
  expect(buildResponseRecord(open, english, {}, sitting, now).coding).toEqual({ often: 'endorsement' });
});

test('a clock set back during the sitting gives no end before the start', () => {
  const record = buildResponseRecord(instrument, english, {}, sitting, '2026-11-21T07:00:00.000Z');
  expect(record.finishedAt).toBe(sitting.startedAt);
});

test('every record is one that core accepts', () => {
  const codes = fc.dictionary(
    fc.constantFrom(...instrument.items.map((item) => item.id)),
    fc.constantFrom(...instrument.responseScales[0]!.codes),
  );
  fc.assert(
    fc.property(codes, fc.constantFrom(english, czechReversed), fc.uuid(), (answers, pack, idempotencyKey) => {
      const record = buildResponseRecord(instrument, pack, answers, { ...sitting, idempotencyKey }, now);
      expect(checkResponseRecord(instrument, record)).toMatchObject({ success: true });
    }),
  );
});
