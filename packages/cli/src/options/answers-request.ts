import { adHocInstrument, type CodingByScale, type Instrument } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import type { MissingCode } from '../input/cell-decoder.ts';
import { quoted } from '../print/safe-text.ts';
import { statedCoding } from './coding-option.ts';
import { mapOption } from './map-option.ts';
import { missingCodesOption } from './missing-codes-option.ts';
import { delimiterOption, listOption, wholeNumberOption } from './option-values.ts';
import { pickInstrument } from './pick-instrument.ts';

/** The options that `score` and `reliability` share: which instrument, and how its answers stand in the file. */
export const answersOptions = {
  instrument: { type: 'string' },
  items: { type: 'string', multiple: true },
  reverse: { type: 'string', multiple: true },
  min: { type: 'string' },
  max: { type: 'string' },
  map: { type: 'string', multiple: true },
  coding: { type: 'string', multiple: true },
  textpack: { type: 'string' },
  delimiter: { type: 'string' },
  'missing-codes': { type: 'string', multiple: true },
} as const;

export const ANSWERS_HELP = `Which scales
  --instrument ID[@VERSION]   an instrument of "peerscale instruments", or the path of an instrument.json
  --items A1,A2,...           without an instrument: the columns of one scale
  --reverse A1,...            with --items: those worded against the others
  --min 1 --max 6             with --items: the lowest and the highest code

How the file is read
  --map ID=COLUMN,...         the column of an item, where it is not the item's id
  --coding RESPONSESCALE=endorsement|rejection
                              what a high code means in this file, where it is not what the definition says
  --textpack FILE             the same from the text pack that the form used: its coding decides what is reversed
  --missing-codes -9,99=dont-know
                              further cells that mean "no answer" (empty cells, spaces and NA always do), with the
                              reason: not-asked, skipped (if none is said), refused, dont-know, not-applicable
  --delimiter CHARACTER       comma, semicolon, tab or another character; default: found in the header line`;

/** What has to be read from a file, and with which key. */
export interface AnswersRequest {
  readonly instrument: Instrument;
  /** true for a scale of `--items` */
  readonly isAdHoc: boolean;
  /** the column's name by item id */
  readonly columns: ReadonlyMap<string, string>;
  readonly coding: CodingByScale;
  /** who says so: "--coding" or "the text pack FILE"; undefined for the definition */
  readonly codingBy: string | undefined;
  readonly missingCodes: readonly MissingCode[];
  readonly delimiter: string | undefined;
}

/** The values of `answersOptions` as `parseOptions` returns them. */
export interface AnswersValues {
  readonly instrument?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly reverse?: readonly string[] | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly coding?: readonly string[] | undefined;
  readonly textpack?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly 'missing-codes'?: readonly string[] | undefined;
}

function instrumentOfItems(values: AnswersValues): Instrument {
  const items = listOption(values.items, 'items') ?? [];
  const reverse = listOption(values.reverse, 'reverse') ?? [];
  if (values.min === undefined || values.max === undefined) {
    throw badInput(
      `--items needs --${values.min === undefined ? 'min' : 'max'}, the limits of the codes: --min 1 --max 5`,
    );
  }
  const minimum = wholeNumberOption(values.min, 'min');
  const maximum = wholeNumberOption(values.max, 'max');
  if (minimum >= maximum) throw badInput(`--min ${minimum} is not below --max ${maximum}`);
  const twice = items.find((item, i) => items.indexOf(item) !== i);
  if (twice !== undefined) throw badInput(`--items: ${quoted(twice)} is there twice`);
  const stranger = reverse.find((item) => !items.includes(item));
  if (stranger !== undefined) throw badInput(`--reverse: ${quoted(stranger)} is not one of --items`);
  return adHocInstrument({ items, reverse, minimum, maximum });
}

/**
 * Makes the request of the options.
 *
 * @throws CommandFailure where neither or both of --instrument and --items are there, or one of the options is wrong
 */
export async function answersRequest(
  values: AnswersValues,
  command: string,
  context: CommandContext,
): Promise<AnswersRequest> {
  const { instrument: name, items } = values;
  if (name === undefined && items === undefined) {
    throw badInput(`${command}: say which scales: --instrument ID, or --items A1,A2,... --min 1 --max 5`);
  }
  if (name !== undefined && items !== undefined) {
    throw badInput(`${command}: --instrument and --items exclude each other`);
  }
  const alone = (['reverse', 'min', 'max'] as const).find((option) => values[option] !== undefined);
  if (name !== undefined && alone !== undefined) {
    throw badInput(`${command}: --${alone} belongs to --items; an instrument says it itself`);
  }
  if (name === undefined && values.textpack !== undefined) {
    throw badInput(`${command}: --textpack belongs to --instrument; --items has no wording`);
  }
  const instrument = name === undefined ? instrumentOfItems(values) : await pickInstrument(name, context);
  const { coding, by } = await statedCoding(values, instrument, context);
  return {
    instrument,
    isAdHoc: name === undefined,
    columns: mapOption(values.map, instrument),
    coding,
    codingBy: by,
    missingCodes: missingCodesOption(values['missing-codes']),
    delimiter: delimiterOption(values.delimiter),
  };
}
