import process from 'node:process';
import {
  categoryCountsOf,
  codeSumsOfColumns,
  type Moments,
  mergeGroupedMoments,
  mergeMoments,
  mergePairwiseMoments,
  momentsOfCodeSums,
  momentsOfColumns,
  momentsOfPairs,
  type PairwiseMoments,
  packedIndex,
  pairwiseMomentsOfColumns,
  responsePatternsOfColumns,
  scoreGroupsOf,
} from '@peerscale/core';
import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  categoryCountsOfRows,
  codeSumsOfRows,
  codeSumsSql,
  contingencyTableOfRows,
  countsSql,
  groupedCategoryCountsOfRows,
  groupedCodeSumsOfRows,
  groupedMomentsOfRows,
  momentsOfRows,
  momentsSql,
  pairwiseMomentsOfRows,
  responsePatternsOfRows,
  type SqlVariable,
  scoreGroupsOfRows,
  scoreGroupsSql,
} from './index.ts';
import { ENGINES } from './testing/engines.ts';
import { type Cell, fillTable, type TestEngine } from './testing/test-engine.ts';

// doubles on both sides, summed in another order: some units in the last place, of the size of the products summed
const TOLERANCE = 1e-12;

const nameOf = (i: number) => `q ${i}`;
const namesOf = (k: number) => Array.from({ length: k }, (_, i) => nameOf(i));
const columnsOf = (rows: readonly (readonly (number | null)[])[], k: number) =>
  Array.from({ length: k }, (_, i) => rows.map((row) => row[i] ?? NaN));
const completeOf = (rows: readonly (readonly (number | null)[])[]) =>
  rows.filter((row) => row.every((cell) => cell !== null)) as number[][];

function expectMoments(received: Moments, expected: Moments): void {
  const k = expected.means.length;
  expect([received.missing, received.n, received.means.length]).toEqual([expected.missing, expected.n, k]);
  const spread = (i: number) => Math.sqrt(expected.comoments[packedIndex(i, i)]!);
  for (let i = 0; i < k; i++) {
    expectRelative(received.means[i]!, expected.means[i]!, TOLERANCE, TOLERANCE * spread(i));
    for (let j = 0; j <= i; j++) {
      const p = packedIndex(i, j);
      expectRelative(received.comoments[p]!, expected.comoments[p]!, TOLERANCE, TOLERANCE * spread(i) * spread(j));
    }
  }
}

function expectPairwise(received: PairwiseMoments, expected: PairwiseMoments): void {
  const k = Math.sqrt(expected.means.length);
  expect(received.n).toBe(expected.n);
  expect(received.counts).toEqual(expected.counts);
  const spread = (i: number, j: number) => Math.sqrt(expected.variations[i * k + j]!);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [place, p] = [i * k + j, packedIndex(i, j)];
      expectRelative(received.means[place]!, expected.means[place]!, TOLERANCE, TOLERANCE * spread(i, j));
      expectRelative(received.variations[place]!, expected.variations[place]!, TOLERANCE);
      const size = TOLERANCE * spread(i, j) * spread(j, i);
      expectRelative(received.comoments[p]!, expected.comoments[p]!, TOLERANCE, size);
    }
  }
}

/** Tables with holes: codes, or measurements of any size. */
const tables = fc.record({ k: fc.integer({ min: 1, max: 5 }), isCodes: fc.boolean() }).chain(({ k, isCodes }) => {
  const answer = isCodes
    ? fc.integer({ min: -2, max: 5 })
    : fc.oneof(
        // no smaller than a millionth: squares of doubles near 1e-162 have no digits left to compare
        fc.integer({ min: -1e10, max: 1e10 }).map((millionths) => millionths / 1e6),
        fc.integer({ min: 0, max: 6 }).map((small) => 1e9 + small),
      );
  const row = fc.record({
    team: fc.option(fc.constantFrom('a', 'B', "o'k", '=', '', 'Ä 😀')),
    answers: fc.array(fc.option(answer, { freq: 5 }), { minLength: k, maxLength: k }),
  });
  return fc.record({
    k: fc.constant(k),
    isCodes: fc.constant(isCodes),
    rows: fc.array(row, { maxLength: 25 }),
    cut: fc.nat(25),
  });
});

const settings = { numRuns: fc.readConfigureGlobal().numRuns ?? 30 };

describe.each([...ENGINES])('%s', (_, open) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(async () => {
    await engine?.close();
  });
  const fill = (rows: readonly (readonly Cell[])[], columns: readonly string[], types?: readonly string[]) =>
    fillTable(engine, 'answers', columns, rows, types);
  const source = (from: string = 'answers') => ({ dialect: engine.dialect, from });
  const moments = async (columns: readonly SqlVariable[], from?: string) =>
    momentsOfRows(await engine.query(momentsSql(columns, source(from))), columns.length);
  const pairwise = async (columns: readonly SqlVariable[], from?: string) =>
    pairwiseMomentsOfRows(
      await engine.query(momentsSql(columns, { ...source(from), missing: 'pairwise' })),
      columns.length,
    );
  const grouped = async (columns: readonly SqlVariable[], from?: string) =>
    groupedMomentsOfRows(
      await engine.query(momentsSql(columns, { ...source(from), groupBy: 'team' })),
      columns.length,
      { withoutGroup: 'nobody' },
    );

  test('random tables with holes give the statistics of the core, and shards of them merge to the same', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ k, isCodes, rows, cut }) => {
        const columns = namesOf(k);
        const types = [...columns.map(() => 'DOUBLE PRECISION'), 'VARCHAR(10)'];
        const cells = rows.map(({ team, answers }) => [...answers, team]);
        for (const [table, part] of [
          ['answers', cells],
          ['first', cells.slice(0, cut)],
          ['second', cells.slice(cut)],
        ] as const) {
          await fillTable(engine, table, [...columns, 'team'], part, types);
        }
        const answers = rows.map((row) => row.answers);
        const complete = columnsOf(completeOf(answers), k);
        const expected = momentsOfColumns(complete);
        expectMoments(await moments(columns), expected);
        expectMoments(mergeMoments(await moments(columns, 'first'), await moments(columns, 'second')), expected);

        const expectedPairs = pairwiseMomentsOfColumns(columnsOf(answers, k));
        expectPairwise(await pairwise(columns), expectedPairs);
        const [first, second] = [await pairwise(columns, 'first'), await pairwise(columns, 'second')];
        expectPairwise(mergePairwiseMoments(first, second), expectedPairs);

        const teams = new Map<string, number[][]>();
        for (const { team, answers: row } of rows) {
          if (row.includes(null)) continue;
          teams.set(team ?? 'nobody', [...(teams.get(team ?? 'nobody') ?? []), row as number[]]);
        }
        const merged = mergeGroupedMoments(await grouped(columns, 'first'), await grouped(columns, 'second'));
        for (const { groups } of [await grouped(columns), merged]) {
          expect([...groups.keys()].sort()).toEqual([...teams.keys()].sort());
          for (const [team, members] of teams) {
            expectMoments(groups.get(team)!, momentsOfColumns(columnsOf(members, k)));
          }
        }

        const patterns = responsePatternsOfRows(
          await engine.query(momentsSql(columns, { ...source(), missing: 'em' })),
          k,
        );
        const expectedPatterns = responsePatternsOfColumns(columnsOf(answers, k));
        expect([patterns.empty, patterns.variables]).toEqual([expectedPatterns.empty, k]);
        expect([...patterns.patterns.keys()].sort()).toEqual([...expectedPatterns.patterns.keys()].sort());
        for (const [pattern, of] of expectedPatterns.patterns) expectMoments(patterns.patterns.get(pattern)!, of);

        const counts = categoryCountsOfRows(await engine.query(countsSql(columns, source())), k);
        expect(counts).toEqual(columnsOf(answers, k).map(categoryCountsOf));

        const everyTeam = new Map<string, (number | null)[][]>();
        for (const { team, answers: row } of rows) {
          everyTeam.set(team ?? 'nobody', [...(everyTeam.get(team ?? 'nobody') ?? []), row]);
        }
        const byTeam = { ...source(), groupBy: 'team' };
        const countsByTeam = groupedCategoryCountsOfRows(await engine.query(countsSql(columns, byTeam)), k, {
          withoutGroup: 'nobody',
        });
        expect(countsByTeam).toEqual(
          new Map(Array.from(everyTeam, ([team, members]) => [team, columnsOf(members, k).map(categoryCountsOf)])),
        );
        if (!isCodes) return;
        const sumsByTeam = groupedCodeSumsOfRows(await engine.query(codeSumsSql(columns, byTeam)), k, {
          withoutGroup: 'nobody',
        });
        expect(sumsByTeam).toEqual(
          new Map(
            Array.from(teams, ([team, members]) => [
              team,
              codeSumsOfColumns(columnsOf(members, k).map((column) => Int16Array.from(column))),
            ]),
          ),
        );
      }),
      settings,
    );
  });

  test('1e9 and small differences keep their digits, whatever the treatment of holes', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [1e9 + (row % 3), 1e9 - (row % 3), null]);
    rows.push([null, 1e9, null]);
    await fill(rows, ['a', 'b', 'empty']);
    const of = await moments(['a', 'b']);
    expect(of.n).toBe(300);
    expect(Array.from(of.means)).toEqual([1e9 + 1, 1e9 - 1]);
    expectRelative(Math.sqrt(of.comoments[0]! / 299), Math.sqrt(200 / 299), 1e-14);
    expectRelative(of.comoments[1]!, -200, 1e-14);
    const pairs = await pairwise(['a', 'b', 'empty']);
    expect(Array.from(pairs.counts)).toEqual([300, 300, 301, 0, 0, 0]);
    expectRelative(pairs.comoments[1]!, -200, 1e-14);
    expectRelative(pairs.variations[0]!, 200, 1e-14);
  });

  test.each<[string, (number | null)[][], number, number[], number[]]>([
    ['no row', [], 0, [0, 0], [0, 0, 0]],
    ['one row', [[2, 3]], 1, [2, 3], [0, 0, 0]],
    [
      'all NULL',
      [
        [null, null],
        [null, null],
      ],
      0,
      [0, 0],
      [0, 0, 0],
    ],
    [
      'constant',
      [
        [2, 0.1],
        [2, 0.1],
        [2, 0.1],
      ],
      3,
      [2, 0.1],
      [0, 0, 0],
    ],
    [
      'collinear',
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      3,
      [2, 4],
      [2, 4, 8],
    ],
    [
      'huge',
      [
        [1e150, -1e150],
        [3e150, -3e150],
      ],
      2,
      [2e150, -2e150],
      [2e300, -2e300, 2e300],
    ],
    [
      'tiny',
      [
        [1e-150, 1e-150],
        [3e-150, 3e-150],
      ],
      2,
      [2e-150, 2e-150],
      [2e-300, 2e-300, 2e-300],
    ],
    [
      'one NaN',
      [
        [1, 2],
        [NaN, 3],
        [3, 4],
      ],
      2,
      [2, 3],
      [2, 2, 2],
    ],
  ])('%s', async (_name, rows, n, means, comoments) => {
    await fill(rows, ['a', 'b']);
    const of = await moments(['a', 'b']);
    expect(of.n).toBe(n);
    means.forEach((mean, i) => expectRelative(of.means[i]!, mean, 1e-15));
    comoments.forEach((comoment, p) => expectRelative(of.comoments[p]!, comoment, 1e-14));
    const pairs = await pairwise(['a', 'b']);
    expect(pairs.n).toBe(rows.length);
    expect(pairs.counts[1]).toBe(n);
    expectRelative(pairs.comoments[1]!, comoments[1]!, 1e-14);
    expectRelative(pairs.means[1]!, means[0]!, 1e-15);
    const groups = groupedMomentsOfRows(await engine.query(momentsSql(['a', 'b'], { ...source(), groupBy: 'a' })), 2, {
      withoutGroup: 'none',
    });
    expect([...groups.groups.values()].reduce((sum, group) => sum + group.n, 0)).toBe(n);
    const counts = categoryCountsOfRows(await engine.query(countsSql(['a', 'b'], source())), 2);
    for (const { counts: given, missing } of counts) {
      expect(missing + given.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    }
  });

  test('an infinite answer is refused', async () => {
    await fill(
      [
        [1, 1],
        [Number.POSITIVE_INFINITY, 2],
        [3, 3],
      ],
      ['a', 'b'],
    );
    await expect(moments(['b', 'a'])).rejects.toThrow('Unexpected mean of variable 1: Infinity.');
    await expect(pairwise(['b', 'a'])).rejects.toThrow('Unexpected mean of variable 1: Infinity.');
    expect((await moments(['b'])).n).toBe(3);
  });

  test('a cell that is no number is refused, numbers written as text are read', async () => {
    await fill(
      [
        ['3', '1'],
        ['03', '2'],
        ['-1.5', null],
      ],
      ['a', 'b'],
      ['VARCHAR(9)', 'VARCHAR(9)'],
    );
    expect(Array.from((await moments(['a'])).means)).toEqual([1.5]);
    for (const cell of ['three', '3x', '']) {
      await fill(
        [
          ['3', '1'],
          [cell, '2'],
        ],
        ['a', 'b'],
        ['VARCHAR(9)', 'VARCHAR(9)'],
      );
      await expect(moments(['a', 'b'])).rejects.toThrow();
      await expect(
        engine.query(countsSql(['a', 'b'], source())).then((rows) => categoryCountsOfRows(rows, 2)),
      ).rejects.toThrow();
    }
  });

  test('hostile names of tables, columns and groups', async () => {
    const columns = [
      'a"b',
      'x; DROP TABLE answers; --',
      '😀 ',
      "it's",
      'select',
      '"',
      '\\',
      'Ä\n\t',
      '$1',
      '?',
      'v0',
      'm0',
    ];
    const table = 'my "answers"; DROP TABLE x';
    const rows = Array.from({ length: 6 }, (_, row) => columns.map((_column, i) => ((row + 1) * (i + 2)) % 7));
    await fillTable(engine, table, columns, rows);
    expectMoments(await moments(columns, table), momentsOfColumns(columnsOf(rows, columns.length)));
    expectPairwise(await pairwise(columns, table), pairwiseMomentsOfColumns(columnsOf(rows, columns.length)));
    const byGroup = await engine.query(momentsSql(columns, { ...source(table), groupBy: 'a"b' }));
    expect(groupedMomentsOfRows(byGroup, columns.length).groups.size).toBe(new Set(rows.map(([first]) => first)).size);
    const hostile = momentsSql(['a'], { ...source(`x" UNION SELECT 1; DROP TABLE "${table}`) });
    await expect(engine.query(hostile)).rejects.toThrow();
    expect((await moments(columns, table)).n).toBe(6);
  });

  test('a column that is not there is an error, never a text', async () => {
    await fill([[1]], ['a']);
    await expect(engine.query(momentsSql(['b'], source()))).rejects.toThrow();
    for (const make of [momentsSql, codeSumsSql, countsSql]) {
      await expect(engine.query(make(['a'], { ...source(), groupBy: 'b' }))).rejects.toThrow();
    }
  });

  test('codes are missing, stand for others, or are reversed', async () => {
    await fill(
      [
        [1, 5],
        [2, -9],
        [99, 1],
        [4, 0.1],
        [8, 3],
      ],
      ['a', 'b'],
    );
    const columns: SqlVariable[] = [
      { column: 'a', missingCodes: [99], recodes: [{ from: 8, to: 3 }], reverse: { minimum: 1, maximum: 5 } },
      { column: 'b', missingCodes: [-9, 0.1] },
    ];
    const expected = pairwiseMomentsOfColumns([
      [5, 4, NaN, 2, 3],
      [5, NaN, 1, NaN, 3],
    ]);
    expectPairwise(await pairwise(columns), expected);
    expectMoments(
      await moments(columns),
      momentsOfColumns([
        [5, 3],
        [5, 3],
      ]),
    );
    const joint = await engine.query(countsSql(['b', 'b'], { ...source(), joint: true }));
    expect(() => contingencyTableOfRows(joint, [1, 3, 5])).toThrow('Unexpected code: ');
    const table = contingencyTableOfRows(
      await engine.query(countsSql(columns, { ...source(), joint: true })),
      [1, 2, 3, 4, 5],
      [1, 3, 5],
    );
    expect(Array.from(table.counts)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('the sums of many codes do not drift', async () => {
    // deviations of three codes from a mean of no short fraction would round the same way each time: 1e-11 by here
    const n = 100_000;
    await engine.query('DROP TABLE IF EXISTS many');
    await engine.query(`CREATE TABLE many AS
      WITH d(x) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)), rows(r) AS (
        SELECT a.x + 10 * b.x + 100 * c.x + 1000 * e.x + 10000 * f.x
        FROM d AS a CROSS JOIN d AS b CROSS JOIN d AS c CROSS JOIN d AS e CROSS JOIN d AS f
      )
      SELECT 1 + r % 7 % 3 AS a, 5 - r * 3 % 11 % 4 AS b FROM rows`);
    const columns = [(r: number) => 1 + ((r % 7) % 3), (r: number) => 5 - (((r * 3) % 11) % 4)];
    const codes = columns.map((code) => Int16Array.from({ length: n }, (_row, r) => code(r)));
    const expected = momentsOfCodeSums(codeSumsOfColumns(codes));
    for (const part of [await moments(['a', 'b'], 'many'), momentsOfPairs(await pairwise(['a', 'b'], 'many'))]) {
      part.comoments.forEach((comoment, p) => {
        expectRelative(comoment, expected.comoments[p]!, 1e-14, 1e-14 * expected.comoments[0]!);
      });
      part.means.forEach((mean, i) => {
        expectRelative(mean, expected.means[i]!, 1e-15);
      });
    }
  });

  test('code sums are those of the core, to the last digit', async () => {
    const rows = Array.from({ length: 50 }, (_, row) => [row % 5, row % 7 === 0 ? null : (row * 3) % 4, 30_000 + row]);
    await fill(rows, ['a', 'b', 'c']);
    const codes = columnsOf(completeOf(rows), 3).map((column) => Int16Array.from(column));
    const sums = codeSumsOfRows(await engine.query(codeSumsSql(['a', 'b', 'c'], source())), 3);
    expect(sums).toEqual(codeSumsOfColumns(codes));
    await fill([[1.5], [2]], ['a']);
    const broken = await engine.query(codeSumsSql(['a'], source()));
    expect(() => codeSumsOfRows(broken, 1)).toThrow('Unexpected sum of codes: 3.5 is no whole number below 2^53.');
    await fill([], ['a']);
    expect(codeSumsOfRows(await engine.query(codeSumsSql(['a'], source())), 1)).toEqual(
      codeSumsOfColumns([new Int16Array()]),
    );
  });

  test('score groups', async () => {
    const rows = [
      [1, 2, 3],
      [3, 2, 1],
      [1, 1, 1],
      [2, null, 2],
      [5, 5, 5],
    ];
    await fill(rows, ['a', 'b', 'c']);
    const groups = scoreGroupsOfRows(await engine.query(scoreGroupsSql(['a', 'b', 'c'], source())), 3);
    expect(groups).toEqual(scoreGroupsOf(columnsOf(completeOf(rows), 3)));
    const byFirst = await engine.query(scoreGroupsSql(['b', 'c'], { ...source(), score: 'a' }));
    expect(scoreGroupsOfRows(byFirst, 2)).toEqual(
      scoreGroupsOf(columnsOf(completeOf(rows), 3).slice(1), columnsOf(completeOf(rows), 3)[0]),
    );
  });

  test('the statement of DuckDB is standard enough for PostgreSQL', async () => {
    if (engine.dialect !== 'postgresql') return;
    await fill(
      [
        [1, 2],
        [2, 5],
        [4, null],
      ],
      ['a', 'b'],
    );
    const rows = await engine.query(momentsSql(['a', 'b'], { dialect: 'duckdb', from: 'answers' }));
    expectMoments(
      momentsOfRows(rows, 2),
      momentsOfColumns([
        [1, 2],
        [2, 5],
      ]),
    );
  });

  test('what is too large or too small for a product of doubles', async () => {
    await fill(
      [
        [1e200, 1e-200],
        [3e200, 3e-200],
      ],
      ['large', 'small'],
    );
    // PostgreSQL has an error for it, the others infinity
    const large = moments(['large']).then(({ comoments }) => comoments[0]);
    if (engine.dialect === 'postgresql') await expect(large).rejects.toThrow('overflow');
    else expect(await large).toBe(Number.POSITIVE_INFINITY);
    const small = await moments(['small']);
    expectRelative(small.means[0]!, 2e-200, 1e-15);
    expect(small.comoments[0]).toBe(0);
  });

  test('a query of one’s own, and a table in a schema', async () => {
    await fill(
      [
        [1, 2],
        [2, 5],
        [9, 9],
      ],
      ['a', 'b'],
    );
    const from = {
      query: 'WITH low AS (SELECT a, b AS c FROM answers WHERE a < 9) SELECT a, c FROM low -- not the last',
    };
    const rows = await engine.query(momentsSql(['a', 'c'], { dialect: engine.dialect, from }));
    expectMoments(
      momentsOfRows(rows, 2),
      momentsOfColumns([
        [1, 2],
        [2, 5],
      ]),
    );
    const schema = engine.dialect === 'postgresql' ? 'public' : 'main';
    const named = momentsSql(['a'], { dialect: engine.dialect, from: { schema, table: 'answers' } });
    expect(momentsOfRows(await engine.query(named), 1).n).toBe(3);
  });

  test('many columns, cut into parts', { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 200 }, (_column, i) =>
        (row * (i + 3) + i * i) % 7 === 0 && i % 9 === 0 ? null : (row * 7 + i * row) % 5,
      ),
    );
    await fill(rows, namesOf(200));
    expectMoments(await moments(namesOf(200)), momentsOfColumns(columnsOf(completeOf(rows), 200)));
    const codes = columnsOf(completeOf(rows), 200).map((column) => Int16Array.from(column));
    const sums = codeSumsOfRows(await engine.query(codeSumsSql(namesOf(200), source())), 200);
    expect(sums).toEqual(codeSumsOfColumns(codes));
    const byFirst = codeSumsSql(namesOf(200), { ...source(), groupBy: nameOf(0) });
    const groups = groupedCodeSumsOfRows(await engine.query(byFirst), 200);
    expect(groups.size).toBe(new Set(completeOf(rows).map(([first]) => first)).size);
    for (const [name, group] of groups) {
      // a double as text is "3" or "3.0", as the engine has it
      const members = completeOf(rows).filter(([first]) => first === Number(name));
      expect(group).toEqual(codeSumsOfColumns(columnsOf(members, 200).map((column) => Int16Array.from(column))));
    }
    const counts = categoryCountsOfRows(await engine.query(countsSql(namesOf(200), source())), 200);
    expect(counts).toEqual(columnsOf(rows, 200).map(categoryCountsOf));
    // of 200 columns there are 20,100 pairs: half a minute of planning, so only the slow run has them all
    const k = process.env.PROPERTY_RUNS === undefined ? 40 : 200;
    expectPairwise(await pairwise(namesOf(k)), pairwiseMomentsOfColumns(columnsOf(rows, k)));
  });
});
