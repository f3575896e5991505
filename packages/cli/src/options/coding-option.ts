import type { Coding, CodingByScale, Instrument, TextPack } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { readTextPack } from '../input/read-text-pack.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import { pairsOption } from './option-values.ts';

const CODINGS: readonly string[] = ['endorsement', 'rejection'] satisfies Coding[];

/** What a high code means in these answers, and who says so. */
export interface StatedCoding {
  /** by response scale, where it is said at all */
  readonly coding: CodingByScale;
  /** "--coding" or "the text pack FILE"; undefined where nobody says anything but the definition */
  readonly by: string | undefined;
  readonly textPack: TextPack | undefined;
}

/**
 * `--coding RESPONSESCALE=endorsement|rejection`: what a high code means in this file, where it differs from the definition.
 *
 * @throws CommandFailure for a response scale that the instrument does not have, one named twice, or another word
 */
function codingOption(values: readonly string[] | undefined, instrument: Instrument): CodingByScale {
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

/**
 * The coding of the answers by `--coding` or by `--textpack FILE`: one of the two, as either says it alone.
 *
 * @throws CommandFailure for both, for a wrong `--coding`, or for a file that is no text pack of this instrument
 */
export async function statedCoding(
  values: { readonly coding?: readonly string[] | undefined; readonly textpack?: string | undefined },
  instrument: Instrument,
  context: CommandContext,
): Promise<StatedCoding> {
  const { coding, textpack } = values;
  if (textpack === undefined) {
    return { coding: codingOption(coding, instrument), by: coding && '--coding', textPack: undefined };
  }
  if (coding !== undefined) throw badInput('--coding and --textpack exclude each other: a text pack says its coding');
  const textPack = await readTextPack(textpack, instrument, context);
  const stated = Object.entries(textPack.responseScales).map(([id, { highCodeMeans }]) => [id, highCodeMeans] as const);
  return { coding: Object.fromEntries(stated), by: `the text pack ${fileLabel(textpack)}`, textPack };
}
