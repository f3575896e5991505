import { checkResponseRecord } from '@peerscale/core';
import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { content, plan } from '../../fixtures/plan.ts';
import { czechReversed } from '../../fixtures/text-packs.ts';
import { contentOfInstrument } from '../plan/form-content.ts';
import { buildFormRecord } from './build-form-record.ts';
import { buildResponseRecord } from './build-response-record.ts';
import { newSitting } from './sitting.ts';

const sitting = { idempotencyKey: '1b4e28ba-2fa1-41d2-883f-0016d3cca427', startedAt: '2026-11-21T08:00:00.000Z' };
const now = '2026-11-21T08:04:30.000Z';

test('one instrument alone is its response record, also with texts and a consent that must be given', () => {
  const alone = contentOfInstrument(instrument, czechReversed);
  const record = buildResponseRecord(instrument, czechReversed, { late: 2 }, sitting, now);
  expect(buildFormRecord(alone, { 'working-day': { late: 2 } }, sitting, now)).toEqual(record);
  const parts = plan.parts.filter(({ kind }) => ['consent', 'text', 'instrument'].includes(kind));
  const withTexts = { ...content, plan: { ...plan, parts } };
  expect(buildFormRecord(withTexts, { consent: true, day: { late: 2 } }, sitting, now)).toEqual(
    buildResponseRecord(instrument, content.instruments.day!.textPack, { late: 2 }, sitting, now),
  );
});

test('a form with more is a form record: values, hashes of the code, one response record an instrument', () => {
  const hashes = { 'birth-day': 'a'.repeat(64) };
  const answers = { consent: true, code: hashes, day: { late: 2, say: 'refused' as const }, setting: 'ward', years: 0 };
  const record = buildFormRecord(content, answers, sitting, now);
  expect(record).toEqual({
    schema: 'peerscale/form-record@1',
    plan: 'team-day',
    version: '1.0.0',
    locale: 'en',
    records: [
      {
        schema: 'peerscale/response@1',
        instrument: 'working-day',
        version: '1.2.0',
        locale: 'en',
        answers: { breaks: 'skipped', hurry: 'skipped', help: 'skipped', noise: 'skipped', say: 'refused', late: 2 },
        ...sitting,
        finishedAt: now,
      },
    ],
    values: { setting: 'ward', years: 0, role: 'skipped', remarks: 'skipped' },
    codes: { code: hashes },
    ...sitting,
    finishedAt: now,
  });
  if (record.schema !== 'peerscale/form-record@1') throw new Error('form record');
  expect(checkResponseRecord(instrument, record.records[0])).toMatchObject({ success: true });
});

test('a consent that may be withheld is recorded, and no code is no entry', () => {
  const parts = plan.parts.map((part) => (part.kind === 'consent' ? { ...part, mustAgree: false } : part));
  const open = { ...content, plan: { ...plan, parts } };
  const record = buildFormRecord(open, { consent: false }, sitting, now);
  if (record.schema !== 'peerscale/form-record@1') throw new Error('form record');
  expect(record.values).toMatchObject({ consent: false, setting: 'skipped' });
  expect(record.codes).toStrictEqual({});
});

test('items outside the chosen scales are not asked', () => {
  const scales = [{ ...instrument.scales[0]!, id: 'two', items: ['say', 'hurry'] }];
  const part = { kind: 'instrument' as const, id: 'day', instrument: 'working-day', version: '1.2.0', scales: ['two'] };
  const some = {
    ...content,
    plan: { ...plan, parts: [part] },
    instruments: { day: { ...content.instruments.day!, instrument: { ...instrument, scales } } },
  };
  expect(buildFormRecord(some, { day: { say: 1 } }, sitting, now)).toMatchObject({
    answers: { breaks: 'not-asked', hurry: 'skipped', help: 'not-asked', say: 1, late: 'not-asked' },
  });
});

test('a clock set back gives no end before the start', () => {
  expect(buildFormRecord(content, {}, sitting, '2026-11-20T08:00:00.000Z').finishedAt).toBe(sitting.startedAt);
});

test('every sitting has a key of its own', () => {
  const at = new Date('2026-11-21T08:00:00Z');
  expect(newSitting(at).startedAt).toBe('2026-11-21T08:00:00.000Z');
  expect(newSitting(at).idempotencyKey).not.toBe(newSitting(at).idempotencyKey);
});
