import type { Coding, CodingByScale, Instrument } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';
import { pairsOption } from './option-values.ts';

const CODINGS: readonly string[] = ['endorsement', 'rejection'] satisfies Coding[];

/**
 * `--coding RESPONSESCALE=endorsement|rejection`: what a high code means in this file, where it differs from the definition.
 *
 * @throws CommandFailure for a response scale that the instrument does not have, one named twice, or another word
 */
export function codingOption(values: readonly string[] | undefined, instrument: Instrument): CodingByScale {
  const coding = new Map<string, Coding>();
  for (const [scale, word] of pairsOption(values, 'coding')) {
    const known = instrument.responseScales.map(({ id }) => id);
    if (!known.includes(scale)) {
      throw badInput(`--coding: ${instrument.id} has no response scale ${quoted(scale)}, only ${known.join(', ')}`);
    }
    if (!CODINGS.includes(word)) throw badInput(`--coding: ${quoted(word)} is neither endorsement nor rejection`);
    if (coding.has(scale)) throw badInput(`--coding: the response scale ${quoted(scale)} is there twice`);
    coding.set(scale, word as Coding);
  }
  return Object.fromEntries(coding);
}
