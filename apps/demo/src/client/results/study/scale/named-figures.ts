import type { MeanFigure, NamedFigure, Shown } from '../../../api/results.ts';
import type { ResultsWords } from '../../../words/results.ts';
import type { IntervalRow, SpecOf } from '../../plots/picture-spec.ts';
import { type Cell, figure, hidden, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence, type NameOf } from '../hidden-sentence.ts';

export interface FiguresOptions {
  readonly words: ResultsWords;
  readonly minimum: number;
  readonly nameOf: NameOf;
}

type Named = Pick<NamedFigure, 'id' | 'name' | 'figure'>;

/** Means with intervals as rows of a picture; what is not shown is not drawn. */
export function intervalRows(figures: readonly Named[]): IntervalRow[] {
  return figures.flatMap(({ name, figure: own }) =>
    own.status === 'shown'
      ? [
          {
            label: name,
            value: own.value.mean,
            lower: own.value.interval?.lower ?? null,
            upper: own.value.interval?.upper ?? null,
          },
        ]
      : [],
  );
}

/** The same means as a table, with what is not shown and why. */
export function figuresTable(
  caption: string,
  heading: string,
  figures: readonly Named[],
  { words, minimum, nameOf }: FiguresOptions,
): TableData {
  const { table } = words;
  return {
    caption,
    headings: [heading, table.mean, table.lower, table.upper, table.sd, table.people],
    rows: figures.map(({ name, figure: own }) => [name, ...meanCells(own, { words, minimum, nameOf })]),
  };
}

function meanCells(own: Shown<MeanFigure>, { words, minimum, nameOf }: FiguresOptions): Cell[] {
  if (own.status === 'no-data') return [words.hidden.noDataShort, null, null, null, whole(0)];
  if (own.status === 'suppressed') {
    return [hidden(hiddenSentence(own.reason, minimum, words.hidden, nameOf)), null, null, null, null];
  }
  const { mean, interval, sd, n } = own.value;
  return [figure(mean), figure(interval?.lower ?? null), figure(interval?.upper ?? null), figure(sd), whole(n)];
}

/**
 * The part of the possible range that holds all rows, with some air: means of groups are close together, and on the whole
 * range all of them would look alike. Ends are multiples of a twentieth of the range.
 */
export function domainOf(
  rows: readonly IntervalRow[],
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): SpecOf<'intervals'>['domain'] {
  const values = rows.flatMap(({ value, lower, upper, ring }) => [
    value,
    lower ?? value,
    upper ?? value,
    ring ?? value,
  ]);
  const step = (maximum - minimum) / 20;
  const lowest = Math.min(...values) - step;
  const highest = Math.max(...values) + step;
  const down = (value: number) => minimum + Math.floor((value - minimum) / step + 1e-9) * step;
  const up = (value: number) => minimum + Math.ceil((value - minimum) / step - 1e-9) * step;
  return [Math.max(minimum, down(lowest)), Math.min(maximum, up(highest))];
}
