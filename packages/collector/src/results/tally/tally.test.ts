import { reliabilityReport, reliabilityReportOfTally, scoreResponses, tableOfRecords } from '@peerscale/core';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withdraw } from '../../answers/withdraw.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { testEngines } from '../../test/engines.ts';
import { catalogue, insertRows, type MadeUp, madeUpStudy, planOf } from '../test/made-up-study.ts';
import { type TalliedResponse, tallyOf } from '../test/tally-of.ts';
import { askedInstruments } from './asked-instrument.ts';
import { mergeTallies } from './cell-tally.ts';
import { emptyTally } from './empty-tally.ts';
import { foldWave } from './fold.ts';
import { readTally, writeTally } from './tally-text.ts';

const staff = planOf('staff-plan', ['work-burnout'], ['work-satisfaction', 'overall', 'supervision']);
const small: MadeUp = {
  teams: [
    { id: 'north', people: { staff: 14, managers: 3 } },
    { id: 'south', people: { staff: 11, managers: 2 } },
  ],
  groups: [
    { id: 'staff', plan: staff },
    { id: 'managers', plan: planOf('manager-plan', ['work-burnout']) },
  ],
  missing: 0.05,
};

async function open(address: string): Promise<Store> {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  return store;
}

const tallies = (store: Store) =>
  store.db.selectFrom('cell_tally').selectAll().orderBy('team_id').orderBy('group_id').orderBy('instrument').execute();
const waveOf = (store: Store, id: string) =>
  store.db.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('the tally of responses', () => {
  const asked = askedInstruments(staff, catalogue);
  const burnout = asked.get('work-burnout@1.0.0')!;
  const code = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
    fc.constantFrom('skipped' as const, 'refused' as const),
  );
  const response: fc.Arbitrary<TalliedResponse> = fc.record({
    answers: fc.record(Object.fromEntries(burnout.items.map(({ id }) => [id, code]))),
    durationSeconds: fc.integer({ min: 0, max: 4000 }),
  });

  test('in any split and order the sum is the tally of all at once, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(response, { maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 3 })),
        (responses, parts) => {
          const shares = [0, 1, 2, 3].map((share) => responses.filter((_, i) => (parts[i] ?? 0) === share));
          const merged = shares
            .toReversed()
            .map((share) => readTally(burnout, writeTally(tallyOf(burnout, share))))
            .reduce(mergeTallies, emptyTally(burnout));
          expect(writeTally(merged)).toEqual(writeTally(tallyOf(burnout, responses)));
        },
      ),
    );
  });

  test('people, scores, alpha and codes are those of the core', () => {
    fc.assert(
      fc.property(fc.array(response, { minLength: 3, maxLength: 40 }), (responses) => {
        const { instrument } = burnout;
        const tally = readTally(burnout, writeTally(tallyOf(burnout, responses)));
        const table = tableOfRecords(instrument, responses);
        const scores = scoreResponses(instrument, table);
        const rows = responses.flatMap((_, row) =>
          scores.some(({ values }) => Number.isNaN(values[row]!)) ? [] : [row],
        );
        expect(tally.complete.n + tally.prorated.n).toBe(rows.length);
        scores.forEach(({ scale, values }) => {
          const s = burnout.scales.findIndex(({ id }) => id === scale);
          const expected = rows.map((row) => values[row]!).sort((a, b) => a - b);
          const found = [tally.complete, tally.prorated].flatMap(({ scales }) =>
            [...scales[s]!].flatMap(([value, count]) => new Array<number>(count).fill(value)),
          );
          expect(found.sort((a, b) => a - b)).toEqual(expected);
        });
        const input = { file: '', rows: responses.length };
        expect(reliabilityReportOfTally(input, instrument, tally.reliability)).toEqual(
          reliabilityReport(input, instrument, table),
        );
        const complete = responses.filter(({ answers }) =>
          Object.values(answers).every((one) => typeof one === 'number'),
        );
        burnout.items.forEach(({ id }, i) => {
          expect(tally.codes[i]).toEqual(
            [1, 2, 3, 4, 5].map((one) => complete.filter(({ answers }) => answers[id] === one).length),
          );
        });
      }),
    );
  });

  test('who answered how is counted', () => {
    const all = (value: number | 'skipped') => Object.fromEntries(burnout.items.map(({ id }) => [id, value]));
    const some = { ...all('skipped'), [burnout.items[0]!.id]: 2, [burnout.items[1]!.id]: 3 };
    const { quality } = tallyOf(burnout, [
      { answers: all(3), durationSeconds: 10 },
      { answers: some, durationSeconds: 2 * burnout.itemsOfForm },
      { answers: { ...all(4), [burnout.items[0]!.id]: 5 }, durationSeconds: 600 },
    ]);
    expect(quality).toMatchObject({ straight: 1, fast: 1, sparse: 1 });
    expect([...quality.tenths].reduce((sum, [, count]) => sum + count, 0)).toBe(3);
  });
});

describe.each(testEngines())('folding in %s', (_, engine) => {
  test('as often as one likes, by several at once, gives the tally of all rows, and marks them', async () => {
    const store = await open(await engine.newAddress());
    const study = await madeUpStudy(store, small);
    const wave = await waveOf(store, study.waves[0]!);
    const options = { store, catalogue };
    const counts = await Promise.all([foldWave(options, wave), foldWave(options, wave), foldWave(options, wave)]);
    expect(counts.reduce((a, b) => a + b)).toBe(study.records.length);
    expect(await foldWave(options, wave)).toBe(0);
    for (const row of await tallies(store)) {
      const plan = small.groups.find(({ id }) => id === row.group_id)!.plan;
      const asked = askedInstruments(plan, catalogue).get(`${row.instrument}@${row.version}`)!;
      const own = study.records.filter(
        ({ team, group, record }) =>
          team === row.team_id && group === row.group_id && record.instrument === row.instrument,
      );
      const expected = tallyOf(
        asked,
        own.map(({ record, row: { duration_seconds } }) => ({ ...record, durationSeconds: duration_seconds })),
      );
      expect({ scores: row.scores, items: row.items }).toEqual(writeTally(expected));
    }
    const left = await store.db.selectFrom('response').select('key_digest').where('folded', '=', 0).execute();
    expect(left).toEqual([]);
  });

  test('in parts as they come is the same as at once, and who withdraws was never there', async () => {
    const [inParts, atOnce] = [await open(await engine.newAddress()), await open(await engine.newAddress())];
    const nobody = { ...small, teams: small.teams.map((team) => ({ ...team, people: { staff: 0, managers: 0 } })) };
    const drawn = await madeUpStudy(await open(':memory:'), small);
    const gone = drawn.records.find(({ group }) => group === 'staff')!.row.receipt_digest!;
    for (const [store, splits] of [
      [inParts, 3],
      [atOnce, 1],
    ] as const) {
      const { id, waves } = await madeUpStudy(store, nobody);
      const wave = await waveOf(store, waves[0]!);
      const rows = drawn.records.map(({ row }) => ({ ...row, study_id: id, wave_id: waves[0]! }));
      const kept = splits === 1 ? rows.filter(({ receipt_digest }) => receipt_digest !== gone) : rows;
      for (let part = 0; part < splits; part++) {
        await insertRows(
          store,
          kept.filter((_, i) => i % splits === part),
        );
        await foldWave({ store, catalogue }, wave);
      }
      await withdraw(store, gone, '');
      await foldWave({ store, catalogue }, wave);
    }
    expect(await tallies(inParts)).toEqual(await tallies(atOnce));
  });
});
