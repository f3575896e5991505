import type { TeamReport } from '../api/report.ts';
import type { Locale } from '../catalogue.ts';
import { svgElement } from '../results/study/frame/saved/svg-element.ts';
import { textWidth, wrappedLines } from '../results/study/frame/saved/text-width.ts';
import type { ReportWords } from '../words/report.ts';
import { sinceLast } from './compare.ts';
import { numbersOf } from './numbers.ts';
import { MARKS_HEIGHT, MARKS_WIDTH, type Mark, scaleMarks } from './scale-marks.ts';
import { scaleName } from './scale-name.ts';

type Scale = TeamReport['scales'][number];

const NAMES = 250;
const GAP = 16;
const LINE = 19;
const ROOM = 9;
/** a sign of the key, in the middle of a box as high as a line of marks */
const SIGNS = {
  team: [
    { shape: 'line', stands: 'interval', at: { x1: 2, x2: 26, y1: 11, y2: 11 } },
    { shape: 'circle', stands: 'team', at: { cx: 14, cy: 11, r: 5.5 } },
  ],
  whole: [{ shape: 'path', stands: 'whole', at: { d: 'M14 4 l5 7 l-5 7 l-5 -7 z' } }],
  before: [{ shape: 'circle', stands: 'before', at: { cx: 14, cy: 11, r: 4 } }],
  good: [{ shape: 'path', stands: 'better-end', at: { d: 'M18 11 l-7 -4 v8 z' } }],
} as const satisfies Record<string, readonly Mark[]>;

/** The pictures of a team's scales below each other with their numbers and the key, for the file they are saved as. */
export function figuresDrawing(scales: readonly Scale[], words: ReportWords, locale: Locale): SVGElement {
  const { all, read } = words;
  const rows = scales.map((scale) => textsOf(scale, words, locale));
  const widest = (head: string, texts: readonly string[]) => {
    const widths = [textWidth(head, 14, 600), ...texts.map((text) => textWidth(text))];
    return Math.ceil(Math.max(...widths)) + GAP;
  };
  const columns = [NAMES + GAP + MARKS_WIDTH + GAP];
  for (const [head, key] of [
    [all.team, 'team'],
    [all.whole, 'whole'],
    [all.change, 'change'],
  ] as const) {
    columns.push(
      columns.at(-1)! +
        widest(
          head,
          rows.map((row) => row[key]),
        ),
    );
  }
  const drawing = svgElement('svg', { class: 'plot-svg' });
  const write = (x: number, y: number, text: string, heading = '') =>
    drawing.append(svgElement('text', { x, y, class: `plot-label${heading}` }, text));
  const mark = (x: number, y: number, marks: readonly Mark[]) => {
    const group = svgElement('g', { class: 'scale-picture', transform: `translate(${x} ${y})` });
    for (const { shape, stands, at } of marks) group.append(svgElement(shape, { ...at, class: stands }));
    drawing.append(group);
  };
  [all.scale, all.picture, all.team, all.whole, all.change].forEach((head, place) =>
    write([0, NAMES + GAP, ...columns][place]!, LINE, head, ' plot-heading'),
  );
  let y = LINE + ROOM;
  scales.forEach((scale, place) => {
    const { name, team, whole, change } = rows[place]!;
    const lines = wrappedLines(name, NAMES, (text) => textWidth(text));
    const middle = y + (lines.length * LINE + ROOM) / 2;
    lines.forEach((text, at) => write(0, y + ROOM / 2 + (at + 0.75) * LINE, text));
    mark(NAMES + GAP, middle - MARKS_HEIGHT / 2, scaleMarks(scale));
    [team, whole, change].forEach((text, at) => write(columns[at]!, middle + 5, text));
    y += lines.length * LINE + ROOM;
  });
  y += ROOM;
  for (const sign of ['team', 'whole', 'before', 'good'] as const) {
    mark(0, y, SIGNS[sign]);
    write(36, y + MARKS_HEIGHT / 2 + 5, read.key[sign]);
    y += MARKS_HEIGHT + 4;
  }
  drawing.setAttribute('viewBox', `0 0 ${columns.at(-1)!} ${Math.ceil(y)}`);
  return drawing;
}

function textsOf(scale: Scale, words: ReportWords, locale: Locale) {
  const { all } = words;
  const { team, whole, change, possible } = scale;
  const numbers = numbersOf(possible, locale);
  const changed = sinceLast(scale);
  const range = team.status === 'shown' && team.value.interval !== null ? ` (${numbers.interval(team.value)})` : '';
  return {
    name: scaleName(scale, words, locale),
    team: team.status === 'shown' ? `${numbers.mean(team.value.mean)}${range}` : all.noFigure,
    whole: whole.status === 'shown' ? numbers.mean(whole.value.mean) : all.noFigure,
    change:
      change === null || changed === undefined
        ? all.noFigure
        : `${numbers.difference(change.difference)} ${all.short[changed]}`,
  };
}
