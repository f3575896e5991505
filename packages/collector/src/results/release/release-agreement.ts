import {
  aggregationVerdict,
  groupIntraclassCorrelations,
  type Instrument,
  itemOf,
  mergeAllCodeSums,
  momentsOfCodeSums,
  nullVariance,
  oneWayMeanSquaresOf,
  responseScaleOf,
  type Scale,
  withinGroupAgreement,
} from '@peerscale/core';
import { groupBy } from '../group-by.ts';
import { codeSumsIn, mergeCounts, type PeopleByScore } from '../tally/cell-tally.ts';
import type { TalliedCell } from '../tally/read-cells.ts';
import type { CellPeople } from './release-tables.ts';
import { COEFFICIENT_STEP, roundOrNull } from './rounding.ts';
import { momentsOfPeople } from './scale-people.ts';
import type { ReleasedScale } from './wave-release.ts';

/** The people of each team on one scale, groups together. */
export function peopleByTeam(cells: readonly CellPeople[], place: number): ReadonlyMap<string, PeopleByScore> {
  const byTeam = groupBy(
    cells.filter(({ n }) => n > 0),
    ({ team }) => team,
  );
  return new Map(
    Array.from(byTeam, ([team, own]) => [team, mergeCounts(own.map(({ scales }) => scales[place]!))] as const),
  );
}

/**
 * Whether members of a team agree, and teams differ: as `peerscale agreement --team` has it, over the teams whose
 * figures are shown. Over all of them, what the shown ones tell could be subtracted, and hidden ones would follow.
 *
 * @param teams the people of each shown team whom figures are about
 * @param cells the same teams' cells, for the agreement on items of those who answered all of the scale's
 */
export function releaseAgreement(
  instrument: Instrument,
  scale: Scale,
  teams: ReadonlyMap<string, PeopleByScore>,
  cells: readonly TalliedCell[],
): ReleasedScale['agreement'] {
  const intraclass = groupIntraclassCorrelations(oneWayMeanSquaresOf(Array.from(teams.values(), momentsOfPeople)));
  const chance = chanceOf(instrument, scale);
  const agreements = Array.from(groupBy(cells, ({ team }) => team).values(), (own) => {
    const moments = momentsOfCodeSums(
      mergeAllCodeSums(own.flatMap(({ asked, tally }) => codeSumsOf(asked, tally, scale))),
    );
    return moments.n < 2 || chance === null ? NaN : withinGroupAgreement(moments, chance).rwg;
  });
  const { verdict, reasons } = aggregationVerdict(agreements, intraclass);
  const median = reasons.find(({ condition }) => condition === 'within-group-agreement')!.value;
  return {
    icc1: roundOrNull(intraclass.icc1, COEFFICIENT_STEP),
    icc2: roundOrNull(intraclass.icc2, COEFFICIENT_STEP),
    rwg: roundOrNull(median, COEFFICIENT_STEP),
    teams: teams.size,
    verdict,
  };
}

/** The code sums of a scale in a tally: none where it was not asked. */
export function codeSumsOf(asked: TalliedCell['asked'], tally: TalliedCell['tally'], { id }: Scale) {
  const place = asked.scales.findIndex((scale) => scale.id === id);
  return place < 0 ? [] : [codeSumsIn(tally.reliability, place)];
}

/** The variance of answers by chance, where all items have the same options, one apart. */
function chanceOf(instrument: Instrument, { items }: Scale): number | null {
  const codes = items.map((item) => responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes);
  const [first] = codes;
  if (first === undefined || codes.some((own) => own.join() !== first.join())) return null;
  const isEven = Math.max(...first) - Math.min(...first) + 1 === first.length;
  return isEven ? nullVariance(first.length) : null;
}
