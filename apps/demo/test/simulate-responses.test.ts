import { checkResponseRecord, reliabilityReport, tableOfRecords } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { simulateResponses } from '../src/server/simulate-responses.ts';

const options = { respondents: 24, locale: 'en', startedAt: '2026-01-12T09:00:00Z' };
const ids = ['peer-role', 'work-burnout'] as const;

test.each(ids)('%s: the same seed gives the same valid records, another seed gives others', (id) => {
  const instrument = findInstrument(id)!;
  const records = simulateResponses(instrument, { ...options, seed: 1 });
  expect(records).toHaveLength(24);
  for (const record of records) expect(checkResponseRecord(instrument, record)).toMatchObject({ success: true });
  expect(new Set(records.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(24);
  expect(simulateResponses(instrument, { ...options, seed: 1 })).toEqual(records);
  expect(simulateResponses(instrument, { ...options, seed: 2 })).not.toEqual(records);
});

test.each(ids)('%s: the key is respected, so every item goes with its scale', (id) => {
  const instrument = findInstrument(id)!;
  const records = simulateResponses(instrument, { ...options, respondents: 400, seed: 3 });
  const table = tableOfRecords(instrument, records);
  const { scales } = reliabilityReport({ file: 'simulated', rows: 400 }, instrument, table);
  for (const { alpha, itemStatistics, nDropped } of scales) {
    expect(alpha.value).toBeGreaterThan(0.6);
    for (const { rDrop } of itemStatistics) expect(rDrop).toBeGreaterThan(0.2);
    expect(nDropped).toBeGreaterThan(0);
    expect(nDropped).toBeLessThan(120);
  }
  const codes = new Set(records.flatMap(({ answers }) => Object.values(answers)));
  expect(codes).toEqual(new Set([1, 2, 3, 4, 5, 'skipped']));
});
