import { adjustedP, pairedChange, unpairedChange } from '../change/index.ts';
import { suppressionSentence } from '../disclosure/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { differenceFigures, sampleFigures } from './change-difference.ts';
import type { ChangePeople } from './change-people.ts';
import type { ChangeReport, ChangeScale, ChangeWave, TeamChange } from './change-report-types.ts';
import { orNull } from './or-null.ts';
import { byTeamName, shownTeams, type TeamCount } from './team-suppression.ts';

export interface ChangeTeamOptions {
  readonly level: number;
  readonly adjustment: ChangeReport['adjustment'];
  readonly minimumGroupSize: number;
}

export interface TeamsOfChange {
  readonly rows: readonly TeamChange[];
  /** linked people whose team is another one in the second wave, or unknown in one */
  readonly moved: number;
}

interface TeamScores {
  readonly before: number[];
  readonly after: number[];
}

/**
 * Change of each team, of the same people where they are linked and stayed, else of whoever answered. Figures of teams stand
 * beside those of all, so that no hidden team follows by subtraction.
 */
export function changeTeams(
  first: ChangeWave,
  second: ChangeWave,
  scale: ChangeScale,
  place: number,
  linked: ChangePeople['linked'] | null,
  { level, adjustment, minimumGroupSize }: ChangeTeamOptions,
): TeamsOfChange {
  const teams = new Map<string | null, TeamScores>();
  const of = (team: string | null): TeamScores => {
    const known = teams.get(team);
    if (known !== undefined) return known;
    teams.set(team, { before: [], after: [] });
    return teams.get(team)!;
  };
  for (const team of [...first.teams!, ...second.teams!]) if (team !== '') of(team);
  let moved = 0;
  if (linked !== null) {
    linked.rows.forEach((row, person) => {
      const [from, to] = [first.teams![row.first]!, second.teams![row.second]!];
      const stayed = from === to && from !== '';
      if (!stayed) moved++;
      const scores = of(stayed ? from : null);
      scores.before.push(linked.before[person]!);
      scores.after.push(linked.after[person]!);
    });
  } else {
    const add = (wave: ChangeWave, time: 'before' | 'after'): void =>
      wave.scores[place]!.forEach((score, row) => {
        const team = wave.teams![row]!;
        if (!Number.isNaN(score)) of(team === '' ? null : team)[time].push(score);
      });
    add(first, 'before');
    add(second, 'after');
  }
  const range = scale.possible;
  const shown = shownTeams(countsOf(teams, linked !== null), {
    occasions: linked === null ? 2 : 1,
    scores: linked === null ? [range] : [range, range],
    minimumGroupSize,
  });
  const reason = suppressionSentence({ code: 'too-small', minimum: minimumGroupSize });
  const names = [...teams.keys()].filter((team) => team !== null).sort(byTeamName);
  const rows = names.map((team): TeamChange => {
    const scores = teams.get(team)!;
    if (!shown.has(team)) return { team, status: 'suppressed', reason };
    return { team, status: 'shown', ...figuresOf(scores, linked !== null, level) };
  });
  return { rows: withAdjustedP(rows, adjustment), moved };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function countsOf(teams: ReadonlyMap<string | null, TeamScores>, isLinked: boolean): TeamCount[] {
  return [...teams].flatMap(([team, { before, after }]) =>
    isLinked
      ? [{ team, occasion: 0, count: before.length, sums: [sumOf(before), sumOf(after)] }]
      : [
          { team, occasion: 0, count: before.length, sums: [sumOf(before)] },
          { team, occasion: 1, count: after.length, sums: [sumOf(after)] },
        ],
  );
}

function figuresOf({ before, after }: TeamScores, isLinked: boolean, level: number) {
  const found = isLinked
    ? pairedChange(momentsOfColumns([before, after]), level)
    : unpairedChange(momentsOfColumns([before]), momentsOfColumns([after]), 0, level);
  const n = isLinked ? before.length : before.length + after.length;
  return {
    before: sampleFigures(found.before, level),
    after: sampleFigures(found.after, level),
    difference: differenceFigures(found.difference, n, isLinked ? 'paired t test' : "Welch's t test"),
  };
}

function withAdjustedP(rows: readonly TeamChange[], adjustment: ChangeReport['adjustment']): TeamChange[] {
  const p = adjustedP(
    rows.map((row) => (row.status === 'shown' ? (row.difference.p ?? NaN) : NaN)),
    adjustment,
  );
  return rows.map((row, place) =>
    row.status === 'shown' ? { ...row, difference: { ...row.difference, adjustedP: orNull(p[place]!) } } : row,
  );
}
