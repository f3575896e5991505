import { groupDisclosure } from '../disclosure/index.ts';

/** People by their scores in two waves, in squares: never a point a person. */
export interface ChangeGrid {
  /** of the squares, the same along both scores; each begins at its lower edge, the last one has its upper edge too */
  readonly edges: readonly number[];
  /** squares with at least the minimum number of people, by their places from the lowest */
  readonly squares: readonly { readonly before: number; readonly after: number; readonly n: number }[];
  /** people in all other squares together: nobody, or at least the minimum */
  readonly elsewhere: number;
}

/** As for any distribution. */
const SMALLEST_FACTOR = 2;
const SQUARES = { fewest: 3, most: 10 };
/** A score that is on an edge but for rounding belongs above it. */
const ROUNDING = 1e-9;

/**
 * Counts people by their scores before and after. A dot for each person would be their answers: whoever knows a colleague's
 * score of one wave reads the other one off. So squares with fewer than the minimum, and empty ones, are left out alike, and
 * where the people left out are fewer than the minimum together, the smallest square goes with them. The edges follow from
 * the possible scores and the number of people, not from what the scores are.
 *
 * @param before complete, one a person
 * @param after likewise
 * @returns null for fewer than twice the minimum, scores without a range, and where no square has the minimum
 */
export function changeGrid(
  before: Float64Array,
  after: Float64Array,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  minimumGroupSize: number,
): ChangeGrid | null {
  const people = before.length;
  const span = maximum - minimum;
  if (people < SMALLEST_FACTOR * minimumGroupSize || !(span > 0 && span < Infinity)) return null;
  const sides = Math.min(SQUARES.most, Math.max(SQUARES.fewest, Math.floor(Math.sqrt(people / minimumGroupSize))));
  const placeOf = (score: number) =>
    Math.min(sides - 1, Math.max(0, Math.floor(((score - minimum) / span) * sides + ROUNDING)));
  const counts = new Uint32Array(sides * sides);
  for (let person = 0; person < people; person++) {
    counts[placeOf(before[person]!) * sides + placeOf(after[person]!)]!++;
  }
  const squares = Array.from(counts, (n, at) => ({ before: Math.floor(at / sides), after: at % sides, n })).filter(
    ({ n }) => groupDisclosure(n, minimumGroupSize) === 'shown',
  );
  const elsewhere = () => people - squares.reduce((sum, { n }) => sum + n, 0);
  if (groupDisclosure(elsewhere(), minimumGroupSize) === 'suppressed') {
    const least = squares.reduce((smallest, square) => (square.n < smallest.n ? square : smallest));
    squares.splice(squares.indexOf(least), 1);
  }
  if (squares.length === 0) return null;
  return {
    edges: Array.from({ length: sides + 1 }, (_, i) => minimum + (span * i) / sides),
    squares,
    elsewhere: elsewhere(),
  };
}
