import { type Instrument, type Scale, scoreLattice } from '@peerscale/core';
import type { Shown } from '../results-types.ts';

export interface ScoreBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/**
 * Bins for a picture in which area stands for people. Their edges lie between two possible scores; the first and the last
 * one end on a score, and would be half a step narrower than what they count. Here they reach as far beyond it.
 */
export function evenBins(
  bins: Shown<readonly ScoreBin[]>,
  instrument: Instrument,
  scale: Scale,
): Shown<readonly ScoreBin[]> {
  const lattice = scoreLattice(instrument, scale);
  if (bins.status !== 'shown' || lattice === null) return bins;
  const half = lattice.step / 2;
  const last = bins.value.length - 1;
  const value = bins.value.map(({ lower, upper, count }, place) => ({
    lower: place === 0 ? lower - half : lower,
    upper: place === last ? upper + half : upper,
    count,
  }));
  return { status: 'shown', value };
}
