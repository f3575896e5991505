import type { ReliabilityScale } from '@peerscale/core';

/**
 * How many people are behind the figures of a scale: those who answered every item, or, where answers are used pair by pair,
 * the fewest behind any pair of items.
 */
export const peopleBehind = ({ missing, n, pairs }: Pick<ReliabilityScale, 'missing' | 'n' | 'pairs'>): number =>
  missing === 'listwise' ? n : (pairs?.smallest ?? n);
