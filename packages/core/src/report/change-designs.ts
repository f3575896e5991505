import {
  groupDetectableChange,
  type MixedChange,
  mixedChange,
  type PairedChange,
  pairedChange,
  reliableChange,
  type UnpairedChange,
  unpairedChange,
  wilcoxonSignedRank,
} from '../change/index.ts';
import { categoryCountsOf } from '../items/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { differenceFigures, equivalenceFigures, sampleFigures } from './change-difference.ts';
import { changeGrid } from './change-grid.ts';
import type { ChangePeople } from './change-people.ts';
import type {
  ChangeReliable,
  ChangeScale,
  EverybodyChange,
  LinkedChange,
  UnlinkedChange,
} from './change-report-types.ts';
import { estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

/** What the three designs share. */
export interface DesignOptions {
  readonly level: number;
  readonly equivalence: number | undefined;
  readonly minimumGroupSize: number;
}

const PAIRED = 'paired t test';
const WELCH = "Welch's t test";

export function linkedChange(people: ChangePeople, scale: ChangeScale, options: DesignOptions): LinkedChange {
  const { before, after } = people.linked;
  const { level } = options;
  const found: PairedChange = pairedChange(momentsOfColumns([before, after]), level);
  const { n, dav, gav, difference } = found;
  const ranks = wilcoxonSignedRank(categoryCountsOf(after.map((value, place) => changeOf(before[place]!, value))));
  const ends = { level, method: 'noncentral-t' } as const;
  return {
    n,
    before: sampleFigures(found.before, level),
    after: sampleFigures(found.after, level),
    r: orNull(found.r),
    difference: differenceFigures(difference, n, PAIRED),
    dav: estimateOf(dav.value, n, 'difference over the root of the mean variance', { ...dav, ...ends }),
    gav: estimateOf(gav.value, n, "d_av with Hedges' correction", { ...gav, ...ends }),
    wilcoxon: { p: orNull(ranks.p), exact: ranks.exact, rankBiserial: orNull(ranks.rankBiserial) },
    equivalence: equivalenceFigures(difference, options.equivalence, level),
    reliableChange: reliableFigures(people, scale, found, level),
    grid: changeGrid(before, after, scale.possible, options.minimumGroupSize),
  };
}

/** After less before; 0 where the two are one score but for the order in which items were added. */
const changeOf = (before: number, after: number): number =>
  Math.abs(after - before) <= 1e-12 * Math.max(Math.abs(before), Math.abs(after)) ? 0 : after - before;

function reliableFigures(
  { linked: { before, after } }: ChangePeople,
  { reliability }: ChangeScale,
  { before: { sd }, n }: PairedChange,
  level: number,
): ChangeReliable | null {
  if (reliability === null || !(sd > 0) || !(reliability.value >= 0 && reliability.value < 1)) return null;
  const found = reliableChange(before, after, { sd, reliability: reliability.value, level });
  return {
    method: 'jacobson-truax',
    reliability,
    sd,
    level,
    smallestDetectableChange: found.smallestDetectableChange,
    ofTheGroup: groupDetectableChange(found.smallestDetectableChange, n),
    n,
    higher: found.improved,
    unchanged: found.unchanged,
    lower: found.worse,
  };
}

/** Those there only once, or, with `before` and `after` of everybody, both waves as if all were other people. */
export function unlinkedChange(before: Float64Array, after: Float64Array, options: DesignOptions): UnlinkedChange {
  const { level } = options;
  const found: UnpairedChange = unpairedChange(momentsOfColumns([before]), momentsOfColumns([after]), 0, level);
  const n = before.length + after.length;
  return {
    before: sampleFigures(found.before, level),
    after: sampleFigures(found.after, level),
    difference: differenceFigures(found.difference, n, WELCH),
    g: estimateOf(found.g.value, n, "Hedges' g", { ...found.g, level, method: 'noncentral-t' }),
    equivalence: equivalenceFigures(found.difference, options.equivalence, level),
  };
}

export function everybodyChange(people: ChangePeople, options: DesignOptions): EverybodyChange {
  const { linked, onlyBefore, onlyAfter } = people;
  const { level } = options;
  const found: MixedChange = mixedChange(
    momentsOfColumns([linked.before, linked.after]),
    momentsOfColumns([onlyBefore]),
    momentsOfColumns([onlyAfter]),
    level,
  );
  const n = found.linked + found.onlyBefore + found.onlyAfter;
  return {
    linked: found.linked,
    before: sampleFigures(found.before, level),
    after: sampleFigures(found.after, level),
    difference: differenceFigures(found.difference, n, 't test of partly overlapping samples'),
    equivalence: equivalenceFigures(found.difference, options.equivalence, level),
  };
}
