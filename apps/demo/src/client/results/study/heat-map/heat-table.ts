import type { ResultsWords } from '../../../words/results.ts';
import { figure, hidden, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence, type NameOf } from '../hidden-sentence.ts';
import type { HeatMapData } from './heat-map-of.ts';

interface HeatTableOptions {
  readonly words: ResultsWords;
  readonly minimum: number;
  readonly nameOf: NameOf;
}

/** The heat map with everything behind its cells, a line for each team and scale. */
export function heatTable({ rows, columns }: HeatMapData, options: HeatTableOptions): TableData {
  const { words, minimum, nameOf } = options;
  const { table, heat, hidden: why } = words;
  return {
    caption: heat.caption,
    headings: [
      table.team,
      table.setting,
      table.scale,
      heat.shrunken,
      heat.own,
      table.lower,
      table.upper,
      table.people,
      heat.legend,
    ],
    rows: rows.flatMap((row) =>
      row.cells.flatMap((cell, place) => {
        const begin = [row.name, row.setting ?? '', columns[place]!.name];
        if (cell.status === 'no-data') return [];
        if (cell.status === 'suppressed') {
          const reason = hidden(hiddenSentence(cell.reason, minimum, why, nameOf));
          return [[...begin, reason, null, null, null, null, null]];
        }
        const { figure: own, shrunken } = cell.team;
        if (own.status !== 'shown') return [];
        const { mean, interval, n } = own.value;
        return [
          [
            ...begin,
            figure(shrunken),
            figure(mean),
            figure(interval?.lower ?? null),
            figure(interval?.upper ?? null),
            whole(n),
            heat.steps[cell.step],
          ],
        ];
      }),
    ),
  };
}
