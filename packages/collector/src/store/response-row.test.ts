import { expect, test } from 'vitest';
import { teaRecord } from '../test/tea-study.ts';
import { responseRow } from './response-row.ts';

const row = (changes = {}, study = 'tea-2026') => responseRow(study, teaRecord(1, changes), '2026-11-21');

test('keeps the day and the duration, and nothing that was said about the time or the key', () => {
  expect(row()).toEqual({
    key_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    study_id: 'tea-2026',
    instrument: 'tea',
    version: '1.2.0',
    locale: 'en',
    coding: null,
    answers: '{"cups-daily":"skipped","tea-calms":4,"tea-spoils":2}',
    day: '2026-11-21',
    duration_seconds: 90,
    content_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    wave_id: null,
    team_id: null,
    group_id: null,
    part: null,
    submission_digest: null,
    code: null,
    receipt_digest: null,
    reuse: null,
    folded: 0,
  });
  const text = JSON.stringify(row());
  for (const trace of ['08:0', '2026-11-20', '00000000-0000']) expect(text).not.toContain(trace);
});

test('a duration is never longer than a week', () => {
  expect(row({ finishedAt: '2026-11-27T08:00:00Z' }).duration_seconds).toBe(604_800);
  expect(row({ finishedAt: '9999-11-27T08:00:00Z' }).duration_seconds).toBe(604_800);
  expect(row({ finishedAt: teaRecord().startedAt }).duration_seconds).toBe(0);
});

test('the content digest depends on the answers, not on their order nor on the times', () => {
  const { content_digest } = row();
  expect(row({ answers: { 'cups-daily': 'skipped', 'tea-spoils': 2, 'tea-calms': 4 } }).content_digest).toBe(
    content_digest,
  );
  expect(row({ finishedAt: '2026-11-20T09:00:00Z', coding: {} }).content_digest).toBe(content_digest);
  expect(row({ answers: { ...teaRecord().answers, 'tea-calms': 5 } }).content_digest).not.toBe(content_digest);
  expect(row({ locale: 'cs' }).content_digest).not.toBe(content_digest);
  expect(row({ coding: { agreement: 'rejection' } }).content_digest).not.toBe(content_digest);
});

test('the key digest belongs to one study and is the same for a key in capitals', () => {
  const key = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
  const { key_digest } = row({ idempotencyKey: key });
  expect(row({ idempotencyKey: key.toUpperCase() }).key_digest).toBe(key_digest);
  expect(row({ idempotencyKey: key }, 'tea-2027').key_digest).not.toBe(key_digest);
});
