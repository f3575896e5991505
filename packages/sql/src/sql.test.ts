import { expect, test } from 'vitest';
import {
  categoryCountsOfRows,
  codeSumsSql,
  contingencyTableOfRows,
  countsSql,
  groupedMomentsOfRows,
  momentsOfRows,
  momentsSql,
  pairwiseMomentsOfRows,
  quoteIdentifier,
  responsePatternsOfRows,
  scoreGroupsOfRows,
  scoreGroupsSql,
  stringLiteral,
} from './index.ts';

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

test('subqueries end so that deviations are worked out once a row', () => {
  expect(momentsSql(['a'], { ...from, dialect: 'postgresql' })).toContain('\n  OFFSET 0\n');
  expect(momentsSql(['a'], from)).toContain('\n  LIMIT -1\n');
});

test('a number below 0 stands in brackets, so that two minus signs never begin a comment', () => {
  expect(momentsSql([{ column: 'a', reverse: { minimum: -5, maximum: 2 } }], from)).toContain('(-3) - (');
});
