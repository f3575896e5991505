import {
  adHocInstrument,
  codeSumsOfColumns,
  completeKeyedColumns,
  type Instrument,
  type ResponseTable,
  scoreResponses,
  validateInstrument,
} from '@peerscale/core';
import { instruments } from '@peerscale/instruments';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyFeature } from '../../../../instruments/src/every-feature.ts';
import { codeSumsOfRows, codeSumsSql, groupedMomentsOfRows, momentsSql, scaleVariables, scoresSql } from '../index.ts';
import { answersTo, fillAnswers, reasonCode } from '../testing/answers-to.ts';
import { ENGINES } from '../testing/engines.ts';
import { madeUpInstruments } from '../testing/made-up-instruments.ts';
import { fillTable, type TestEngine } from '../testing/test-engine.ts';
import { doubleLiteral } from '../text/double-literal.ts';

const column = (item: string) => item;
const all = [...instruments, everyFeature].map((one) => [`${one.id} ${one.version}`, one] as const);

/** The scores of the core by scale, NULL where there is none. */
const expectedScores = (instrument: Instrument, table: ResponseTable) =>
  Object.fromEntries(
    scoreResponses(instrument, table).map(({ scale, values }) => [
      scale,
      Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    ]),
  );

describe.each([...ENGINES])('%s', (_, open) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(async () => {
    await engine?.close();
  });
  const scoresOf = async (instrument: Instrument, coding = {}) => {
    const { dialect } = engine;
    const asked = { dialect, from: 'answers', coding, column, reasonCode, keep: ['row'] } as const;
    const rows = await engine.query(scoresSql(instrument, asked));
    const ordered = rows.toSorted((a, b) => Number(a.row) - Number(b.row));
    expect(ordered.map(({ row }) => row)).toEqual(rows.map((_row, r) => r));
    return Object.fromEntries(instrument.scales.map(({ id }) => [id, ordered.map((row) => row[id])]));
  };

  test.each(all)('the scores of %s are the doubles of the core', async (_name, instrument) => {
    const { table, cells } = answersTo(instrument, 150, 20_261_122);
    await fillAnswers(engine, instrument, cells);
    expect(await scoresOf(instrument)).toEqual(expectedScores(instrument, table));
  });

  test('made-up instruments with any weights, parts, substitutes, rules and codings have the scores of the core', async () => {
    const coding = fc.option(fc.constant({ five: 'rejection' as const, uneven: 'endorsement' as const }), { nil: {} });
    await fc.assert(
      fc.asyncProperty(madeUpInstruments, coding, fc.nat(), async (instrument, coded, seed) => {
        const validated = validateInstrument(instrument);
        expect(validated.success ? [] : validated.issues).toEqual([]);
        const { table, cells } = answersTo(instrument, 60, seed, coded);
        await fillAnswers(engine, instrument, cells);
        expect(await scoresOf(instrument, coded)).toEqual(expectedScores(instrument, table));
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 60 },
    );
  });

  test.each(all)('the variables of %s have the code sums of the core', async (_name, instrument) => {
    const { table, cells } = answersTo(instrument, 150, 7);
    await fillAnswers(engine, instrument, cells);
    for (const { id } of instrument.scales) {
      const keyed = scaleVariables(instrument, id, { column, reasonCode });
      const rows = await engine.query(codeSumsSql(keyed, { dialect: engine.dialect, from: 'answers' }));
      const { columns, reversed } = completeKeyedColumns(instrument, table, id);
      expect(codeSumsOfRows(rows, keyed.length)).toEqual(codeSumsOfColumns(columns.map((one) => Int16Array.from(one))));
      expect(keyed.map(({ reverse }) => reverse !== undefined)).toEqual(reversed);
      const given = scaleVariables(instrument, id, { column, reasonCode, keyed: false });
      expect(given).toEqual(keyed.map(({ reverse: _reverse, ...variable }) => variable));
    }
  });

  test('literals are the double that was meant', async () => {
    const doubles = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0.1, 1 / 3, 0.7, -0.3, 2 ** 53 + 2, 1e300, 5e-324, Number.MAX_VALUE, 2 ** -1022),
    );
    const read = 'SELECT x FROM literals ORDER BY row';
    await fc.assert(
      fc.asyncProperty(fc.array(doubles, { minLength: 1, maxLength: 20 }), async (values) => {
        await fillTable(engine, 'literals', ['row', 'x'], []);
        const rows = values.map((value, row) => `(${row}, ${doubleLiteral(value, engine.dialect)})`);
        await engine.query(`INSERT INTO literals VALUES ${rows.join(', ')}`);
        // minus zero is written as zero
        expect((await engine.query(read)).map(({ x }) => x)).toEqual(values.map((value) => value + 0));
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 100 },
    );
  });

  test('NULL is missing and nothing stands for it', async () => {
    const plain = adHocInstrument({ items: ['a', 'b'], minimum: 1, maximum: 5 });
    const [scale] = plain.scales;
    const instrument = {
      ...plain,
      scales: [
        { ...scale!, id: 'whole', substitutes: { skipped: 3 } },
        { ...scale!, id: 'half', missing: { rule: 'person-mean' as const } },
      ],
    };
    await fillTable(
      engine,
      'answers',
      ['a', 'b', 'row'],
      [
        [1, null, 0],
        [1, reasonCode('skipped'), 1],
        [null, null, 2],
      ],
    );
    expect(await scoresOf(instrument)).toEqual({ whole: [null, 2, null], half: [1, 1, null] });
  });

  test('scores come with columns that are kept, and moments are made of them by group', async () => {
    const instrument = adHocInstrument({ items: ['v0', 'k0'], reverse: ['k0'], minimum: 1, maximum: 5 });
    const types = ['INTEGER', 'INTEGER', 'VARCHAR(9)'];
    const rows = [
      [5, 1, 'A'],
      [3, 2, "B'"],
      [4, 5, 'A'],
      [4, null, null],
    ];
    await fillTable(engine, 'answers', ['v0', 'k0', 'x"0'], rows, types);
    const { dialect } = engine;
    const query = scoresSql(instrument, { dialect, from: 'answers', column, reasonCode, keep: ['x"0', 'k0'] });
    const scored = await engine.query(query);
    expect(scored).toHaveLength(4);
    expect(scored).toEqual(
      expect.arrayContaining([
        { 'x"0': 'A', k0: 1, scale: 5 },
        { 'x"0': "B'", k0: 2, scale: 3.5 },
        { 'x"0': 'A', k0: 5, scale: 2.5 },
        { 'x"0': null, k0: null, scale: null },
      ]),
    );
    const moments = momentsSql(['scale'], { dialect, from: { query }, groupBy: 'x"0' });
    const { groups } = groupedMomentsOfRows(await engine.query(moments), 1);
    expect(Array.from(groups, ([name, { n, means }]) => [name, n, means[0]]).sort()).toEqual([
      ['A', 2, 3.75],
      ["B'", 1, 3.5],
    ]);
    const missing = scoresSql(instrument, { dialect, from: 'answers', column: (item) => `${item}x`, reasonCode });
    await expect(engine.query(missing)).rejects.toThrow();
  });
});
