import type { PeopleByScore } from '../tally/cell-tally.ts';

export type Thirds = readonly [number, number, number];

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

const PLACES = [0, 1, 2] as const;
const ANSWER_WIDTH = 0.5;

/** People in the lowest, middle and highest third of the possible scores; a score between two is in the lower one. */
export function thirdsOf(people: PeopleByScore, { minimum, maximum }: Range): Thirds {
  const counts: [number, number, number] = [0, 0, 0];
  const width = (maximum - minimum) / 3;
  for (const [score, count] of people) {
    // what rounding leaves above an edge is on it
    const place = Math.ceil((score - minimum) / width - 1e-9) - 1;
    counts[Math.max(0, Math.min(2, place))]! += count;
  }
  return counts;
}

/**
 * Of which teams the thirds may be shown beside their means: where each third has the minimum of people, and the mean
 * leaves open where in their thirds they are. Whoever knows the thirds of everybody subtracts down to those that are left;
 * so of these, with the number of people of each team taken as known, every count below the minimum must be possible
 * otherwise, and each third of them together is nobody or enough. Where it is not so, the smallest shown one goes too.
 *
 * @param teams all teams with people, and whether their mean is shown
 */
export function releaseThirds(
  teams: readonly { readonly team: string; readonly isShown: boolean; readonly people: PeopleByScore }[],
  range: Range,
  minimum: number,
): Readonly<Record<string, Thirds>> {
  const rows = teams.map(({ team, isShown, people }) => {
    const counts = thirdsOf(people, range);
    const may = isShown && counts.every((count) => count >= minimum) && isLoose(people, counts, range);
    return { team, counts, may };
  });
  const shown = rows.filter(({ may }) => may).sort((a, b) => sizeOf(b.counts) - sizeOf(a.counts));
  const hidden = rows.filter(({ may }) => !may).map(({ counts }) => counts);
  while (shown.length > 0 && !isProtected(hidden, minimum)) hidden.push(shown.pop()!.counts);
  return Object.fromEntries(shown.map(({ team, counts }) => [team, counts]));
}

const sizeOf = (counts: Thirds): number => counts[0] + counts[1] + counts[2];

/** Whether the sum leaves people room within their thirds, by half of what one person's score can vary by. */
function isLoose(people: PeopleByScore, counts: Thirds, { minimum, maximum }: Range): boolean {
  const width = (maximum - minimum) / 3;
  let sum = 0;
  for (const [score, count] of people) sum += score * count;
  const least = PLACES.reduce<number>((all, place) => all + counts[place] * (minimum + place * width), 0);
  const room = ANSWER_WIDTH * (maximum - minimum);
  return sum - least >= room && least + sizeOf(counts) * width - sum >= room;
}

function isProtected(hidden: readonly Thirds[], minimum: number): boolean {
  const filled = hidden.filter((counts) => sizeOf(counts) > 0);
  if (filled.length === 0) return true;
  const together = PLACES.map((place) => filled.reduce((all, counts) => all + counts[place], 0));
  if (together.some((count) => count > 0 && count < minimum)) return false;
  return filled.every((counts) =>
    PLACES.every((place) => counts[place] >= minimum || couldBeOtherwise(filled, counts, place)),
  );
}

/** Whether somebody of the team and of another one could have changed places, all sums staying as they are. */
function couldBeOtherwise(hidden: readonly Thirds[], own: Thirds, place: 0 | 1 | 2): boolean {
  return hidden.some(
    (other) =>
      other !== own &&
      PLACES.some((to) => to !== place && ((own[place] > 0 && other[to] > 0) || (own[to] > 0 && other[place] > 0))),
  );
}
