import { adHocInstrument } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import {
  categoryCountsOfRows,
  codeSumsSql,
  contingencyTableOfRows,
  countsSql,
  groupedCategoryCountsOfRows,
  groupedCodeSumsOfRows,
  groupedMomentsOfRows,
  momentsOfRows,
  momentsSql,
  pairwiseMomentsOfRows,
  quoteIdentifier,
  responsePatternsOfRows,
  scaleVariables,
  scoreGroupsOfRows,
  scoreGroupsSql,
  scoresSql,
  stringLiteral,
} from './index.ts';
import { doubleLiteral } from './text/double-literal.ts';

const from = { dialect: 'sqlite', from: 't' } as const;

test('a statement reads as one would write it', () => {
  expect(momentsSql(['a', 'b'], { dialect: 'duckdb', from: 't', groupBy: 'team' })).toBe(
    `WITH answers AS NOT MATERIALIZED (
  SELECT CASE WHEN source."team" IS NULL THEN '' ELSE '=' || CAST(source."team" AS VARCHAR) END AS source_key, NULLIF(CAST(source."a" AS DOUBLE PRECISION), CAST('NaN' AS DOUBLE PRECISION)) AS v0, NULLIF(CAST(source."b" AS DOUBLE PRECISION), CAST('NaN' AS DOUBLE PRECISION)) AS v1
  FROM "t" AS source
), used AS NOT MATERIALIZED (
  SELECT source_key AS row_key, v0, v1
  FROM answers
  WHERE v0 IS NOT NULL AND v1 IS NOT NULL
), centre AS MATERIALIZED (
  SELECT row_key AS centre_key, CASE WHEN MIN(CASE WHEN v0 = ROUND(v0) THEN 1 WHEN v0 IS NOT NULL THEN 0 END) = 1 THEN ROUND(AVG(v0)) ELSE AVG(v0) END AS m0, CASE WHEN MIN(CASE WHEN v1 = ROUND(v1) THEN 1 WHEN v1 IS NOT NULL THEN 0 END) = 1 THEN ROUND(AVG(v1)) ELSE AVG(v1) END AS m1
  FROM used
  GROUP BY row_key
), deviations AS NOT MATERIALIZED (
  SELECT row_key, m0, v0 - m0 AS d0, m1, v1 - m1 AS d1
  FROM used JOIN centre ON row_key = centre_key
)
SELECT 0 AS part, CASE WHEN row_key <> '' THEN SUBSTR(row_key, 2) END AS group_name, CAST(COUNT(*) AS DOUBLE PRECISION) AS n,
  MIN(m0) AS m0, MIN(m1) AS m1,
  SUM(d0) AS s0, SUM(d1) AS s1,
  SUM(d0 * d0) AS c0, SUM(d1 * d0) AS c1, SUM(d1 * d1) AS c2
FROM deviations
GROUP BY row_key`,
  );
});

test('scores are worked out step by step, each column once', () => {
  const instrument = adHocInstrument({ items: ['a', 'b'], reverse: ['b'], minimum: 1, maximum: 5 });
  const [scale] = instrument.scales;
  const scales = [{ ...scale!, missing: { rule: 'person-mean' as const }, weights: { b: 0.75 } }];
  const columns = { column: (item: string) => `q ${item}`, reasonCode: () => -9, keep: ['team'] };
  const statement = scoresSql({ ...instrument, scales }, { dialect: 'sqlite', from: 't', ...columns });
  expect(statement.split('\n')).toEqual([
    'SELECT k0 AS "team", x0 AS "scale"',
    'FROM (SELECT k0, CASE WHEN n0 < 1 THEN NULL ELSE s0 / w0 END AS x0',
    'FROM (SELECT k0, COALESCE(v0, 0) + COALESCE((CAST(3 AS DOUBLE PRECISION) / 4) * (6 - v1), 0) AS s0, CAST(v0 IS NOT NULL AS INTEGER) + CAST(v1 IS NOT NULL AS INTEGER) AS n0, CASE WHEN v0 IS NULL THEN 0 ELSE 1 END + CASE WHEN v1 IS NULL THEN 0 ELSE (CAST(3 AS DOUBLE PRECISION) / 4) END AS w0',
    expect.stringMatching(/^FROM \(SELECT source\."team" AS k0, .* AS v0, .* AS v1$/),
    'FROM "t" AS source',
    '  LIMIT -1) AS source',
    '  LIMIT -1) AS source',
    '  LIMIT -1) AS source',
  ]);
});

test('names and texts cannot end themselves', () => {
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
  expect(stringLiteral("it's")).toBe("'it''s'");
  for (const name of ['', 'a\0b', '\ud800']) expect(() => quoteIdentifier(name)).toThrow(RangeError);
  expect(() => stringLiteral('a\0b')).toThrow('Unexpected character in "a\\u0000b".');
  const files = { csv: ["a'); DROP TABLE t; --.csv"] };
  expect(momentsSql(['a'], { dialect: 'duckdb', from: files })).toContain("read_csv(['a''); DROP TABLE t; --.csv'], ");
});

test('common tables have a name that is not in the source', () => {
  const names = (source: string | { query: string }) =>
    momentsSql(['a'], { ...from, from: source }).match(/\w+(?= AS (NOT )?MATERIALIZED)/g);
  expect(names('t')).toEqual(['answers', 'used', 'centre', 'deviations']);
  expect(names('Answers')).toEqual(['answers_', 'used_', 'centre_', 'deviations_']);
  expect(names({ query: 'SELECT * FROM deviations_ JOIN centre USING (id)' })).toEqual([
    'answers__',
    'used__',
    'centre__',
    'deviations__',
  ]);
});

test('what cannot be written is refused, with its value', () => {
  const wide = Array.from({ length: 301 }, (_, i) => `q${i}`);
  for (const make of [momentsSql, countsSql, codeSumsSql, scoreGroupsSql]) {
    expect(() => make([], from)).toThrow('Unexpected number of variables: 0, not 1 to 300.');
    expect(() => make(wide, from)).toThrow('Unexpected number of variables: 301, not 1 to 300.');
    expect(() => make(['a'], { ...from, dialect: 'oracle' as 'sqlite' })).toThrow('Unexpected dialect: oracle.');
    expect(() => make([{ column: 'a', missingCodes: [Number.NaN] }], from)).toThrow('Unexpected number: NaN.');
    expect(() => make(['a'], { ...from, from: { csv: ['a.csv'] } })).toThrow('only DuckDB reads files, not sqlite');
    expect(() => make(['a'], { dialect: 'duckdb', from: { parquet: [] } })).toThrow('Unexpected source: no files.');
    expect(() => make([''], from)).toThrow('Unexpected name: "".');
  }
  const byTeam = { ...from, groupBy: 'team', missing: 'pairwise' } as const;
  expect(() => momentsSql(['a'], byTeam)).toThrow('Unexpected groups: moments by group are listwise, not pairwise.');
  expect(() => countsSql(['a'], { ...from, groupBy: 'team', joint: true })).toThrow(
    'Unexpected groups: answers are counted by group variable by variable, not jointly.',
  );
  expect(() => momentsSql(['a'], { ...from, missing: 'mean' as 'em' })).toThrow(
    'Unexpected treatment of missing answers: mean.',
  );
});

test('rows of another statement are refused', () => {
  const row = { part: 0, n: 2, m0: 1, s0: 0, c0: 2 };
  expect(momentsOfRows([row], 1).comoments).toEqual(Float64Array.of(2));
  expect(() => momentsOfRows([], 1)).toThrow('Unexpected number of rows: 0, expected 1.');
  expect(() => momentsOfRows([row, row], 1)).toThrow('Unexpected part: 0, ');
  expect(() => momentsOfRows([{ ...row, part: 1 }], 1)).toThrow('Unexpected part: 1, ');
  expect(() => momentsOfRows([row], 2)).toThrow('Unexpected rows: they have no column s1.');
  expect(() => momentsOfRows([{ ...row, n: 'many' }], 1)).toThrow('Unexpected value in column n: many.');
  expect(() => momentsOfRows([{ ...row, n: {} }], 1)).toThrow('Unexpected value in column n: [object Object].');
  expect(() => pairwiseMomentsOfRows([row], 1)).toThrow('Unexpected rows: they have no column n0.');
  expect(() => groupedMomentsOfRows([row], 1)).toThrow('Unexpected rows: they have no column group_name.');
  expect(() => groupedMomentsOfRows([{ ...row, group_name: 3 }], 1)).toThrow(
    'Unexpected value in column group_name: 3.',
  );
  expect(() => responsePatternsOfRows([{ ...row, group_name: '11' }], 1)).toThrow('Unexpected pattern: 11.');
  expect(() => categoryCountsOfRows([{ variable: 1, code: 2, n: 1 }], 1)).toThrow(
    'Unexpected variable: 1, there are 1.',
  );
  expect(() => categoryCountsOfRows([{ variable: 0, code: Infinity, n: 1 }], 1)).toThrow('Unexpected code: Infinity.');
  expect(() => scoreGroupsOfRows([{ score: Infinity, n: 1, v0: 1 }], 1)).toThrow('Unexpected score: Infinity.');
  expect(() => contingencyTableOfRows([], [1, 1])).toThrow('Unexpected codes: 1,1.');
});

test('numbers may come as bigint or text, as some drivers have them', () => {
  const row = { part: 0n, n: '2', m0: '1.5', s0: 0, c0: '2e0' };
  expect(momentsOfRows([row], 1)).toEqual(momentsOfRows([{ part: 0, n: 2, m0: 1.5, s0: 0, c0: 2 }], 1));
});

test('an item is read once, however many scales have it, and with another column for substitutes', () => {
  const jss = findInstrument('jss')!;
  const columns = { column: (item: string) => item, reasonCode: () => -9 };
  for (const dialect of ['postgresql', 'duckdb'] as const) {
    const statement = scoresSql(jss, { dialect, from: 't', ...columns });
    expect(statement.match(/source\."/g)).toHaveLength(jss.items.length);
  }
  const instrument = adHocInstrument({ items: ['a'], minimum: 1, maximum: 5 });
  const [scale] = instrument.scales;
  const scales = [scale!, { ...scale!, id: 'filled', substitutes: { skipped: 3 } }, { ...scale!, id: 'again' }];
  const numbers = { ...columns, reasonCode: (reason: string) => (reason === 'skipped' ? -8 : -9) };
  const statement = scoresSql({ ...instrument, scales }, { dialect: 'duckdb', from: 't', ...numbers });
  expect(statement.match(/ AS v\d/g)).toEqual([' AS v0', ' AS v1']);
});

test('a reason for missing is never taken for an answer', () => {
  const instrument = adHocInstrument({ items: ['a'], reverse: ['a'], minimum: 1, maximum: 5 });
  const [scale] = instrument.scales;
  const filled = { ...instrument, scales: [{ ...scale!, substitutes: { refused: 3 } }] };
  const numbers: Record<string, number> = { skipped: -8, refused: -7 };
  const of = (some: Record<string, number>) => ({
    column: (item: string) => `q_${item}`,
    reasonCode: (reason: string) => some[reason] ?? -9,
  });
  expect(scaleVariables(filled, 'scale', of(numbers))).toEqual([
    { column: 'q_a', missingCodes: [-9, -8], recodes: [{ from: -7, to: 3 }], reverse: { minimum: 1, maximum: 5 } },
  ]);
  expect(scaleVariables(instrument, 'scale', { ...of({}), keyed: false })).toEqual([
    { column: 'q_a', missingCodes: [-9], recodes: [] },
  ]);
  expect(() => scaleVariables(filled, 'scale', of({}))).toThrow(
    'Unexpected reason code: -9 stands for an answer, and for another reason.',
  );
  expect(() => scaleVariables(filled, 'scale', of({ ...numbers, skipped: 5 }))).toThrow(
    'Unexpected reason code: 5 is an answer to a.',
  );
});

test('scores that cannot be named or made are refused', () => {
  const instrument = adHocInstrument({ items: ['a'], minimum: 1, maximum: 5 });
  const options = { ...from, column: (item: string) => item, reasonCode: () => -9 };
  const make = (more: object) => () => scoresSql(instrument, { ...options, ...more });
  expect(make({ keep: ['Scale'] })).toThrow('Unexpected columns: scale is there twice.');
  expect(make({ keep: ['team', 'team'] })).toThrow('Unexpected columns: team is there twice.');
  expect(make({ scales: ['scale', 'scale'] })).toThrow('Unexpected columns: scale is there twice.');
  expect(make({ scales: [] })).toThrow('Unexpected scales: there are none.');
  expect(make({ scales: ['other'] })).toThrow('Unexpected scale: other is not in ');
  expect(make({ dialect: 'oracle' })).toThrow('Unexpected dialect: oracle.');
  expect(make({ reasonCode: () => Number.NaN })).toThrow('Unexpected number: NaN.');
  expect(make({ keep: [''] })).toThrow('Unexpected name: "".');
  const items = Array.from({ length: 301 }, (_, i) => `q${i}`);
  expect(() => scoresSql(adHocInstrument({ items, minimum: 1, maximum: 5 }), options)).toThrow(
    'Unexpected number of variables: 301, not 1 to 300.',
  );
});

test('literals of SQLite are whole numbers and powers of two', () => {
  expect(doubleLiteral(0.75, 'sqlite')).toBe('(CAST(3 AS DOUBLE PRECISION) / 4)');
  expect(doubleLiteral(2 ** 60, 'sqlite')).toBe('(CAST(4503599627370496 AS DOUBLE PRECISION) * 256)');
  expect(doubleLiteral(-0.1, 'duckdb')).toBe("CAST('-0.1' AS DOUBLE PRECISION)");
  expect(doubleLiteral(-5, 'postgresql')).toBe('(-5)');
  expect(() => doubleLiteral(Infinity, 'sqlite')).toThrow('Unexpected number: Infinity.');
});

test('rows without a group are never dropped silently', () => {
  const row = { part: 0, n: 2, m0: 1, s0: 0, c0: 2 };
  const rows = [
    { ...row, group_name: null },
    { ...row, group_name: 'A' },
  ];
  expect(() => groupedMomentsOfRows(rows, 1)).toThrow('Unexpected group: 2 complete rows have NULL.');
  expect(() => groupedMomentsOfRows(rows, 1, { withoutGroup: 'A' })).toThrow(
    'Unexpected name for rows without a group: A is a group.',
  );
  expect([...groupedMomentsOfRows(rows, 1, { withoutGroup: 'B' }).groups.keys()]).toEqual(['B', 'A']);
  const sums = rows.map((one) => ({ ...one, v0: 3, p0: 5 }));
  expect(() => groupedCodeSumsOfRows(sums, 1)).toThrow('Unexpected group: 2 complete rows have NULL.');
  expect([...groupedCodeSumsOfRows(sums, 1, { withoutGroup: '' }).keys()]).toEqual(['', 'A']);
  const counts = [
    { variable: 0, group_name: null, code: 1, n: 2 },
    { variable: 0, group_name: null, code: null, n: 3 },
    { variable: 1, group_name: null, code: 1, n: 5 },
  ];
  expect(() => groupedCategoryCountsOfRows(counts, 2)).toThrow('Unexpected group: 5 rows have NULL.');
  expect(groupedCategoryCountsOfRows(counts, 2, { withoutGroup: 'B' }).get('B')![0]!.missing).toBe(3);
});

test('contingency tables count those who have both answers', () => {
  const rows = [
    { v0: 1, v1: 2, n: 3 },
    { v0: 2, v1: 2, n: 1 },
    { v0: null, v1: 2, n: 5 },
  ];
  expect(contingencyTableOfRows(rows, [1, 2]).counts).toEqual(Float64Array.of(0, 3, 0, 1));
});

test('what of a mean is too small for its double is handed on', () => {
  // 3e-8 is left of three values around 1e9, whose doubles are 1.2e-7 apart
  const { means, meanTails, comoments } = momentsOfRows([{ part: 0, n: 3, m0: 1e9, s0: 3e-8, c0: 2 }], 1);
  expect([means[0], comoments[0]]).toEqual([1e9, 2 - 3e-16]);
  expect(meanTails![0]).toBeCloseTo(1e-8, 20);
});

test('in SQLite a query ends in the same way, as each cell is named more than once', () => {
  const query = "SELECT json_extract(answers, '$.a') AS a FROM t";
  expect(codeSumsSql(['a'], { ...from, from: { query } })).toContain(
    `FROM (SELECT * FROM (${query}\n)\n  LIMIT -1) AS source`,
  );
  expect(codeSumsSql(['a'], { dialect: 'postgresql', from: { query } })).toContain(`FROM (${query}\n) AS source`);
});

test('subqueries end so that deviations are worked out once a row', () => {
  expect(momentsSql(['a'], { ...from, dialect: 'postgresql' })).toContain('\n  OFFSET 0\n');
  expect(momentsSql(['a'], from)).toContain('\n  LIMIT -1\n');
});

test('a number below 0 stands in brackets, so that two minus signs never begin a comment', () => {
  expect(momentsSql([{ column: 'a', reverse: { minimum: -5, maximum: 2 } }], from)).toContain('(-3) - (');
});
