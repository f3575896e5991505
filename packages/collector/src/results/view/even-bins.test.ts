import { scaleOf, scoreLattice } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { evenBins } from './even-bins.ts';

test('every bin is as wide as the possible scores in it, the outer ones too', () => {
  const instrument = findInstrument('work-burnout', '1.0.0')!;
  const scale = scaleOf(instrument, 'exhaustion');
  const { first, step, count } = scoreLattice(instrument, scale)!;
  const end = first + (count - 1) * step;
  const inner = first + 3.5 * step;
  const bins = [
    { lower: first, upper: inner, count: 7 },
    { lower: inner, upper: end, count: 9 },
  ];
  const even = evenBins({ status: 'shown', value: bins }, instrument, scale);
  if (even.status !== 'shown') throw new Error('The bins are not there.');
  const scores = Array.from({ length: count }, (_, place) => first + place * step);
  for (const { lower, upper } of even.value) {
    expect((upper - lower) / step).toBeCloseTo(scores.filter((score) => score >= lower && score < upper).length, 10);
  }
  expect(even.value.map((bin) => bin.count)).toEqual([7, 9]);
});

test('what is hidden stays hidden', () => {
  const instrument = findInstrument('work-burnout', '1.0.0')!;
  const hidden = { status: 'suppressed', reason: null } as const;
  expect(evenBins(hidden, instrument, scaleOf(instrument, 'exhaustion'))).toBe(hidden);
});
