import type { MeasurementLevel } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { plainCode, RatingCodes, type RatingCodesOptions } from '../input/rating-codes.ts';
import { quoted } from '../print/safe-text.ts';
import { missingCodesOption } from './missing-codes-option.ts';
import { delimiterOption, listOption } from './option-values.ts';

/** The options that say where ratings stand in a file, and what they are. */
export const ratingsOptions = {
  raters: { type: 'string', multiple: true },
  subject: { type: 'string' },
  rater: { type: 'string' },
  rating: { type: 'string' },
  scale: { type: 'string' },
  order: { type: 'string', multiple: true },
  'missing-codes': { type: 'string', multiple: true },
  delimiter: { type: 'string' },
} as const;

export const RATINGS_HELP = `Where the ratings are
  --raters A,B,...            one row a subject, one column a rater (or occasion, or method)
  --subject COLUMN --rater COLUMN --rating COLUMN
                              or one row a rating: who was rated, by whom, and how

What they are
  --scale nominal             codes without an order, numbers or text
  --scale ordinal             codes with an order: numbers, or text with --order low,middle,high (all codes there are)
  --scale interval            numbers whose differences mean the same all along
  --scale ratio               the same with a true zero, none negative

How they are written
  --missing-codes -9,99       further cells that mean "no rating"; empty cells, spaces and NA always do
  --delimiter ";"             default: found in the header line`;

/** Columns by what they hold. */
export type RatingsLayout =
  | { readonly kind: 'wide'; readonly raters: readonly string[] }
  | { readonly kind: 'long'; readonly subject: string; readonly rater: string; readonly rating: string };

export interface RatingsRequest extends RatingCodesOptions {
  readonly layout: RatingsLayout;
  readonly delimiter: string | undefined;
}

/** What `parseOptions` makes of `ratingsOptions`. */
interface RatingsValues {
  readonly raters?: string[] | undefined;
  readonly subject?: string | undefined;
  readonly rater?: string | undefined;
  readonly rating?: string | undefined;
  readonly scale?: string | undefined;
  readonly order?: string[] | undefined;
  readonly 'missing-codes'?: string[] | undefined;
  readonly delimiter?: string | undefined;
}

const SCALES: readonly string[] = ['nominal', 'ordinal', 'interval', 'ratio'] satisfies MeasurementLevel[];

/** @throws CommandFailure for options that do not go together */
export function ratingsRequest(values: RatingsValues): RatingsRequest {
  const layout = layoutOf(values);
  const { scale } = values;
  if (scale === undefined) {
    throw badInput('agreement: say what the ratings are: --scale nominal, ordinal, interval or ratio');
  }
  if (!SCALES.includes(scale)) throw badInput(`--scale: ${quoted(scale)} is not nominal, ordinal, interval or ratio`);
  const order = listOption(values.order, 'order');
  if (order !== undefined && scale !== 'ordinal') throw badInput('agreement: --order belongs to --scale ordinal');
  const missingCodes = missingCodesOption(values['missing-codes']);
  const codes = { scale: scale as MeasurementLevel, order, missingCodes };
  checkOrder(codes);
  return { ...codes, layout, delimiter: delimiterOption(values.delimiter) };
}

function checkOrder(options: RatingCodesOptions): void {
  const { order = [] } = options;
  refuseTwice(order, 'order', plainCode);
  const codes = new RatingCodes(options);
  const missing = order.find((code) => Number.isNaN(codes.read(code)));
  if (missing !== undefined) throw badInput(`--order: ${quoted(missing)} means "no rating"`);
}

function layoutOf(values: RatingsValues): RatingsLayout {
  const raters = listOption(values.raters, 'raters');
  const { subject, rater, rating } = values;
  const named = [subject, rater, rating].filter((column) => column !== undefined);
  if (raters !== undefined) {
    if (named.length > 0) throw badInput('agreement: --raters, or --subject, --rater and --rating; not both');
    refuseTwice(raters, 'raters');
    return { kind: 'wide', raters };
  }
  if (subject === undefined || rater === undefined || rating === undefined) {
    const what = named.length === 0 ? 'name the columns' : 'one row a rating needs three columns';
    throw badInput(`agreement: ${what}: --raters A,B, or --subject COLUMN --rater COLUMN --rating COLUMN`);
  }
  const layout = { kind: 'long', subject: subject.trim(), rater: rater.trim(), rating: rating.trim() } as const;
  const columns = [layout.subject, layout.rater, layout.rating];
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw badInput(`agreement: the column ${quoted(twice)} cannot be two things`);
  return layout;
}

function refuseTwice(names: readonly string[], option: string, plain = (name: string) => name): void {
  const twice = names.find((name, i) => names.findIndex((other) => plain(other) === plain(name)) !== i);
  if (twice !== undefined) throw badInput(`--${option}: ${quoted(twice)} is there twice`);
}
