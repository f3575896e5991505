import { type GroupTable, guardRelease, releaseHistory, suppressTable, type TableCell } from '@peerscale/core';
import { seededRandom } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const TEAMS = 500;
const WAVES = 6;
/** shares of four professional groups, the last one rare */
const GROUPS = [0.5, 0.25, 0.15, 0.1];
const ROUNDS = 3;

/** Suppressing a table of teams, groups and waves with all margins; and one query to a dashboard. */
export function benchDisclosure(): BenchTable {
  const lines = [10, 20, 40].map((people) => {
    const table = surveyTable(people);
    const { figures, tooSmall, protecting, shown } = suppressTable(table);
    return {
      people,
      time: seconds(ROUNDS, () => suppressTable(table)),
      figures: figures.length,
      tooSmall,
      protecting,
      shown,
    };
  });
  const { answered, time: query } = lastQuery();
  return {
    title: 'Small groups',
    text: `Counts and means of ${TEAMS} teams by ${GROUPS.length} groups by ${WAVES} waves with all subtotals, 70 percent answering; medians of ${ROUNDS} rounds. Then a query to a dashboard about 2,000 people, the last of ${answered} that were answered.`,
    headings: ['work', 'time', 'figures', 'shown', 'too small', 'hidden to protect them'],
    rows: [
      ...lines.map(({ people, time, ...counts }) => [
        `\`suppressTable\`, teams of ${people}`,
        secondsText(time),
        ...[counts.figures, counts.shown, counts.tooSmall, counts.protecting].map(String),
      ]),
      ['`guardRelease`', secondsText(query), '', '', '', ''],
    ],
    verdicts: [
      verdict(
        lines.every(({ time }) => time < 2),
        `a table of ${TEAMS} x ${GROUPS.length} x ${WAVES} cells suppressed in less than 2 seconds`,
      ),
    ],
  };
}

function surveyTable(people: number): GroupTable {
  const random = seededRandom(20261122);
  const cells: TableCell[] = [];
  for (let team = 0; team < TEAMS; team++) {
    const size = Math.round(people * (0.4 + 1.2 * random()));
    for (let wave = 0; wave < WAVES; wave++) {
      const counts = GROUPS.map(() => 0);
      const sums = GROUPS.map(() => 0);
      for (let person = 0; person < size; person++) {
        if (random() < 0.3) continue;
        let [group, left] = [0, random()];
        while (group < GROUPS.length - 1 && left >= GROUPS[group]!) left -= GROUPS[group++]!;
        counts[group]!++;
        sums[group]! += 1 + (4 * (random() + random() + random())) / 3;
      }
      counts.forEach((count, group) => {
        cells.push({ at: [`team ${team}`, `group ${group}`, `wave ${wave}`], count, sums: [sums[group]!] });
      });
    }
  }
  const named = (name: string, size: number) => ({
    name,
    categories: Array.from({ length: size }, (_, i) => ({ id: `${name} ${i}` })),
  });
  return {
    dimensions: [named('team', TEAMS), named('group', GROUPS.length), named('wave', WAVES)],
    scores: [{ name: 'score', minimum: 1, maximum: 5 }],
    cells,
  };
}

/** The last one of sixty queries by one or two traits that adds something to what was answered. */
function lastQuery(): { readonly answered: number; readonly time: number } {
  const random = seededRandom(20261122);
  const scores = [Array.from({ length: 2000 }, () => 1 + 4 * random())];
  const sizes = [40, 4, 3, 5];
  const traits = scores[0]!.map(() => sizes.map((size) => Math.floor(random() * size)));
  let history = releaseHistory([{ minimum: 1, maximum: 5 }]);
  let last = () => guardRelease(history, scores, { records: [] });
  for (let query = 0; query < 60; query++) {
    const filters = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
      const trait = Math.floor(random() * sizes.length);
      return { trait, value: Math.floor(random() * sizes[trait]!) };
    });
    const records = [...traits.keys()].filter((i) => filters.every(({ trait, value }) => traits[i]![trait] === value));
    const before = history;
    const decision = guardRelease(before, scores, { records });
    if (decision.history.figures.length > before.figures.length) last = () => guardRelease(before, scores, { records });
    history = decision.history;
  }
  return { answered: history.figures.length, time: seconds(ROUNDS, last) };
}
