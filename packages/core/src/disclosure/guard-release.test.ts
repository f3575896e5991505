import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackQueries, randomQueries, released } from '../../slow/attack-queries.ts';
import { feasibleIntervals } from '../../slow/feasible-interval.ts';
import { type GroupQuery, guardRelease, type Refusal } from './guard-release.ts';
import { type ReleaseHistory, releaseHistory } from './release-history.ts';

const range = { minimum: 1, maximum: 5 };
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const middling = (n: number) => from(1, n).map((i) => 2 + (i % 3));

/** Answers to queries put one after the other: + or the refusal. */
function answers(queries: readonly GroupQuery[], scores = middling(40), rules = {}): ('+' | Refusal)[] {
  let history = releaseHistory([range], rules);
  return queries.map((query) => {
    const decision = guardRelease(history, [scores], query);
    expect(decision.allowed).toBe(decision.refusal === null);
    history = decision.history;
    return decision.refusal ?? '+';
  });
}
const group = (first: number, last: number) => ({ records: from(first, last) });

describe('guardRelease', () => {
  test('the example', () => {
    const scores = [[4, 2, 5, 3, 3, 4, 1]];
    const first = guardRelease(releaseHistory([range]), scores, group(0, 6));
    expect(first.allowed).toBe(true);
    expect(guardRelease(first.history, scores, group(0, 5)).refusal).toBe('small-remainder');
  });

  test.each<[string, GroupQuery[], ('+' | Refusal)[]]>([
    ['groups that have nothing in common', [group(0, 9), group(10, 19), group(20, 29)], ['+', '+', '+']],
    ['too few', [group(0, 3)], ['too-small']],
    ['nobody', [{ records: [] }], ['too-small']],
    ['all but a few, also before all were shown', [group(0, 36)], ['small-remainder']],
    ['all but a few of a department', [{ records: from(0, 7), within: from(0, 9) }], ['small-remainder']],
    ['all of a department', [{ records: from(0, 9), within: from(0, 9) }], ['+']],
    ['a group and nearly the same one', [group(0, 20), group(2, 20)], ['+', 'small-difference']],
    ['nearly the same one, shifted', [group(0, 20), group(2, 21)], ['+', 'small-difference']],
    ['as many as the minimum more', [group(0, 20), group(0, 25)], ['+', '+']],
    ['the same question again', [group(0, 20), group(0, 20)], ['+', '+']],
    // 0-20 less 0-9 less 10-17 are three people
    ['the rest of two', [group(0, 9), group(10, 17), group(0, 20)], ['+', '+', 'derivable']],
    // the rest has five
    ['a rest that is large enough', [group(0, 9), group(10, 15), group(0, 20)], ['+', '+', '+']],
    // a + b + c, of two people each, from a + b, a + c and b + c (with others)
    [
      'a combination of overlaps',
      [
        { records: [0, 1, 2, 3, ...from(10, 19)] },
        { records: [0, 1, 4, 5, ...from(10, 19)] },
        { records: [2, 3, 4, 5, ...from(10, 19)] },
        { records: from(10, 19) },
      ],
      ['+', 'small-difference', 'small-difference', 'small-difference'],
    ],
    [
      'another answer comes in',
      [
        { records: from(0, 19), within: from(0, 19) },
        { records: from(0, 20), within: from(0, 20) },
        { records: from(0, 24), within: from(0, 24) },
      ],
      ['+', 'small-difference', '+'],
    ],
    ['comments need more people', [{ ...group(0, 8), kind: 'comments' }], ['too-small']],
    ['comments of all but a few', [{ ...group(0, 33), kind: 'comments' }], ['small-remainder']],
    [
      'comments by team, then by another way of dividing people',
      [
        { ...group(0, 19), kind: 'comments' },
        { ...group(14, 25), kind: 'comments' },
      ],
      ['+', 'small-difference'],
    ],
    [
      'comments of two groups with a few people in common',
      [
        { ...group(0, 14), kind: 'comments' },
        { ...group(10, 24), kind: 'comments' },
      ],
      ['+', 'small-difference'],
    ],
    ['comments are no figures', [{ ...group(0, 19), kind: 'comments' }, group(0, 20)], ['+', '+']],
  ])('%s', (_, queries, expected) => {
    expect(answers(queries)).toEqual(expected);
  });

  test('what is refused at one end of the scale is shown in the middle of it', () => {
    const high = middling(40).map((score, record) => (record < 10 ? 5 : score));
    expect(answers([group(0, 9)], high)).toEqual(['derivable']);
    // the six who are left over would all be known
    expect(answers([group(0, 19), group(6, 19)], high)).toEqual(['+', 'derivable']);
    expect(answers([group(0, 9)])).toEqual(['+']);
  });

  test('every score counts', () => {
    const [history, middle, high] = [releaseHistory([range, range]), middling(20), Array<number>(20).fill(5)];
    expect(guardRelease(history, [middle, middle], group(0, 9)).allowed).toBe(true);
    expect(guardRelease(history, [middle, high], group(0, 9)).refusal).toBe('derivable');
  });

  test('the history is plain data, and a refusal leaves it as it was', () => {
    const scores = [middling(40)];
    const { history } = guardRelease(releaseHistory([range]), scores, group(0, 20));
    expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    expect(history).toMatchObject({ schema: 'peerscale/release-history@1', figures: [[1]], parts: 2 });
    expect(guardRelease(history, scores, group(1, 20)).history).toBe(history);
  });

  test('records that have been in the same groups stay one part', () => {
    const scores = [middling(40)];
    let history: ReleaseHistory = releaseHistory([range]);
    for (const query of [group(0, 19), group(10, 29), group(0, 39)])
      history = guardRelease(history, scores, query).history;
    expect(new Set(history.partOf.slice(0, 10)).size).toBe(1);
    expect(new Set(history.partOf).size).toBe(4);
    expect(history.figures.map((parts) => parts.length)).toEqual([2, 2, 4]);
  });

  test.each<[string, () => unknown]>([
    ['a score without a range', () => releaseHistory([{ minimum: 1, maximum: 1 }])],
    ['a minimum of 2', () => releaseHistory([range], { minimumGroupSize: 2 })],
    ['no scores', () => guardRelease(releaseHistory([range]), [], group(0, 6))],
    ['a score too many', () => guardRelease(releaseHistory([range]), [middling(9), middling(9)], group(0, 6))],
    [
      'columns of different lengths',
      () => guardRelease(releaseHistory([range, range]), [middling(9), middling(8)], group(0, 6)),
    ],
    ['a record that is not there', () => answers([{ records: [0, 1, 2, 3, 40] }])],
    ['a record twice', () => answers([{ records: [0, 1, 2, 3, 3, 4] }])],
    ['half a record', () => answers([{ records: [0, 1, 2, 3, 0.5] }])],
    ['a record outside its group', () => answers([{ records: from(0, 9), within: from(1, 20) }])],
    ['a score that is missing', () => answers([group(0, 6)], [1, 2, NaN, 3, 4, 5, 1])],
    ['a score outside its range', () => answers([group(0, 6)], [1, 2, 6, 3, 4, 5, 1])],
    [
      'fewer records than before',
      () =>
        guardRelease(
          guardRelease(releaseHistory([range]), [middling(40)], group(0, 9)).history,
          [middling(9)],
          group(0, 6),
        ),
    ],
  ])('refuses %s', (_, work) => {
    expect(work).toThrow(RangeError);
  });
});

describe('attacks', () => {
  let solve: Awaited<ReturnType<typeof feasibleIntervals>>;
  beforeAll(async () => {
    solve = await feasibleIntervals();
  });

  test('no sequence of answers tells what too few people answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const sequence = randomQueries(seed);
        const { shown, small } = released(sequence, true);
        expect(attackQueries(sequence, shown, small, solve)).toMatchObject({ told: 0, determined: false });
      }),
      { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 40, 2000) },
    );
  });

  test('looking at the size of each group alone loses most of the attacks', () => {
    const lost = from(1, 20).filter((seed) => {
      const sequence = randomQueries(seed);
      const { shown, small } = released(sequence, false);
      const { told, determined } = attackQueries(sequence, shown, small, solve);
      return told > 0 || determined;
    });
    expect(lost.length).toBeGreaterThan(10);
  });
});
