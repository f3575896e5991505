import type { ChangeReportScale } from '@peerscale/core';
import type { Block, Table } from '../document/document.ts';
import { text } from '../document/text.ts';
import { ticks } from '../pictures/ticks.ts';
import type { View } from '../view.ts';
import { studyName } from './study-parts.ts';

/** The lightest square is still told from a blank one. */
const LIGHTEST = 0.05;

/**
 * First against second wave, people counted in squares: the place of a scatter of dots, each of which would be somebody's
 * answers. The lines beside the diagonal hold what the error of the score alone would do.
 */
export function changeGrid(view: View, scale: ChangeReportScale, id: string): Block[] {
  const { linked } = scale;
  const found = linked?.grid ?? null;
  if (linked === null || found === null) return [];
  const { study, format } = view.words;
  const { grid } = study.change;
  const { edges, squares, elsewhere } = found;
  const [least, most] = [Math.min(...squares.map(({ n }) => n)), Math.max(...squares.map(({ n }) => n))];
  const shadeOf = (n: number) => LIGHTEST + (1 - LIGHTEST) * (n / most);
  return [
    {
      kind: 'grid',
      caption: grid.caption(linked.n),
      description: grid.description(linked.n, squares.length, elsewhere),
      edges,
      squares: squares.map(({ before, after, n }) => ({
        column: before,
        row: after,
        label: format.count(n),
        shade: shadeOf(n),
      })),
      band: linked.reliableChange?.smallestDetectableChange ?? null,
      axis: {
        across: grid.across,
        upwards: grid.upwards,
        ticks: ticks(edges[0]!, edges.at(-1)!, 6).map((at) => ({ at, label: format.short(at) })),
      },
      key: {
        diagonal: grid.diagonal,
        band: grid.band,
        blank: grid.blank,
        shades: [...new Set([least, most])].map((n) => ({ shade: shadeOf(n), name: grid.people(n) })),
      },
      table: tableOf(view, scale, found, id),
      tableName: study.pictureTable,
    },
  ];
}

type FoundGrid = NonNullable<NonNullable<ChangeReportScale['linked']>['grid']>;

function tableOf(view: View, scale: ChangeReportScale, { edges, squares, elsewhere }: FoundGrid, id: string): Table {
  const { study, format } = view.words;
  const { grid } = study.change;
  const range = (place: number) => grid.range(format.figure(edges[place]!), format.figure(edges[place + 1]!));
  const rows = squares.map(({ before, after, n }) => [range(before), range(after), format.count(n)]);
  if (elsewhere > 0) rows.push([grid.elsewhere, '', format.count(elsewhere)]);
  return {
    id: `${id}-grid-table`,
    caption: grid.tableCaption(studyName(view, scale.id)),
    columns: [
      { heading: text`${grid.across}`, align: 'left' },
      { heading: text`${grid.upwards}`, align: 'left' },
      { heading: text`${grid.count}`, align: 'right' },
    ],
    rows: rows.map((cells) => cells.map((cell) => ({ text: text`${cell}` }))),
  };
}
