import { createHash } from 'node:crypto';
import {
  type Answer,
  type Instrument,
  MISSING_REASONS,
  reliabilityTally,
  responseScaleOf,
  scoreResponses,
  seededRandom,
  tableOfRecords,
} from '@peerscale/core';
import type { KyselyPlugin } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { everyFeature } from '../../../../../instruments/src/every-feature.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { ResponseRow } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import { testEngines } from '../../test/engines.ts';
import { insertRows, madeUpStudy, planOf, catalogue as shipped } from '../test/made-up-study.ts';
import { tallyOf } from '../test/tally-of.ts';
import type { AlikeResponses } from './alike-responses.ts';
import { type AskedInstrument, askedInstruments } from './asked-instrument.ts';
import { codingOf } from './empty-tally.ts';
import { scoresByKey } from './scores-by-key.ts';
import { talliesByTeam } from './tallies-by-team.ts';
import { tallyOfOpenStudy } from './tally-of-open-study.ts';
import { writeTally } from './tally-text.ts';

/** The same, where an item without an entry counts as an answer. */
const notAskedCounts: Instrument = {
  ...everyFeature,
  id: 'not-asked-counts',
  scales: everyFeature.scales.map((scale) =>
    scale.substitutes === undefined ? scale : { ...scale, substitutes: { 'not-asked': 3 } },
  ),
};
/** The same, where the wording decides which way codes run. */
const toldByTexts: Instrument = {
  ...everyFeature,
  id: 'told-by-texts',
  responseScales: everyFeature.responseScales.map(({ highCodeMeans: _, ...scale }) => scale),
};
const catalogue: Catalogue = {
  ...shipped,
  findInstrument: (id, version) =>
    [everyFeature, notAskedCounts, toldByTexts].find((one) => one.id === id) ?? shipped.findInstrument(id, version),
};
const asked = (id: string, ...scales: string[]): AskedInstrument =>
  [...askedInstruments(planOf('plan', [id, ...scales]), catalogue).values()][0]!;

/** Coding of the other side of every response scale. */
const otherWay = ({ responseScales }: Instrument) =>
  Object.fromEntries(
    responseScales.map(({ id, highCodeMeans }) => [id, highCodeMeans === 'rejection' ? 'endorsement' : 'rejection']),
  ) as NonNullable<AlikeResponses['coding']>;

/** A study with one response, whose row others are copies of. */
async function open(address: string) {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  const { records } = await madeUpStudy(store, {
    teams: [{ id: 'north', people: { staff: 1 } }],
    groups: [{ id: 'staff', plan: planOf('plan', ['work-burnout']) }],
  });
  let last = 0;
  const add = async (rows: readonly Partial<ResponseRow>[]) => {
    const added = rows.map((row) => {
      last += 1;
      const digest = createHash('sha256').update(String(last)).digest('hex');
      return { ...records[0]!.row, submission_digest: null, receipt_digest: null, key_digest: digest, ...row };
    });
    await insertRows(store, added);
    return added.map(({ key_digest }) => key_digest);
  };
  return { store, add };
}

/** Some with all answers, some with few or none, and some with the same answer throughout. */
function drawn(instrument: Instrument, seed: number) {
  const random = seededRandom(seed);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: 120 }, (_, person) => {
    const missing = [0, 0.05, 0.5, 1][person % 4]!;
    const sameCode = person % 7 === 0;
    const first = random();
    const answers: Record<string, Answer> = {};
    for (const { id: item, responseScale } of instrument.items) {
      const { codes } = responseScaleOf(instrument, responseScale);
      if (random() < missing) {
        // one that was not asked is not there, or says so
        const reason = oneOf([...MISSING_REASONS, null]);
        if (reason !== null) answers[item] = reason;
      } else answers[item] = codes[Math.floor((sameCode ? first : random()) * codes.length)]!;
    }
    return { team: oneOf(['north', 'south', null]), answers, durationSeconds: Math.floor(random() * 300) };
  });
}

describe.each(testEngines())('tallies made by %s', (_, engine) => {
  test.each([
    ['work-burnout'],
    ['work-satisfaction', 'overall', 'supervision'],
    // a whole of parts, rules of every kind, substitutes, weights, a count, gaps between codes
    ['jss'],
    ['oms-hc-15'],
    ['ribs'],
    ['every-feature'],
    ['every-feature', 'weighted'],
    ['not-asked-counts'],
    ['told-by-texts'],
  ])('%s %s %s: to the last digit those of the core', async (id, ...scales) => {
    const { store, add } = await open(await engine.newAddress());
    const of = asked(id, ...scales);
    const { instrument } = of;
    for (const coding of [undefined, otherWay(instrument)]) {
      const people = drawn(instrument, coding === undefined ? 3 : 4);
      const keys = await add(
        people.map(({ team, answers, durationSeconds }) => ({
          team_id: team,
          answers: JSON.stringify(answers),
          coding: coding === undefined ? null : JSON.stringify(coding),
          duration_seconds: durationSeconds,
        })),
      );
      const found = await talliesByTeam(store, { asked: of, coding, keys });
      expect([...found.keys()].sort()).toEqual(['', 'north', 'south']);
      for (const [team, tally] of found) {
        const own = people.filter((person) => (person.team ?? '') === team);
        const expected = tallyOf(of, coding === undefined ? own : own.map((person) => ({ ...person, coding })));
        expect(expected.complete.n + expected.prorated.n).toBeGreaterThan(5);
        expect(tally).toEqual(expected);
        expect(writeTally(tally)).toEqual(writeTally(expected));
      }

      const scores = await scoresByKey(store, { asked: of, coding, keys });
      const records = people.map(({ answers }) => ({ answers, ...(coding && { coding }) }));
      const table = tableOfRecords(instrument, records, { coding: codingOf(instrument) });
      const all = new Map(scoreResponses(instrument, table).map(({ scale, values }) => [scale, values]));
      expect(keys.map((key) => scores.get(key))).toEqual(
        records.map((_, row) => ({
          scores: of.scales.map((scale) => all.get(scale.id)![row]!),
          hasAll: of.items.every((item) => table.columns.get(item.id)!.missing[row] === 0),
        })),
      );
    }
  });

  test.each(['jss', 'ribs', 'every-feature'])('%s of an open study: to the last digit that of the core', async (id) => {
    const { store, add } = await open(await engine.newAddress());
    const { instrument } = asked(id);
    const records = [undefined, otherWay(instrument)].flatMap((coding, i) =>
      drawn(instrument, 5 + i).map(({ answers }) => ({ answers, ...(coding && { coding }) })),
    );
    const ofStudy = { team_id: null, group_id: null, wave_id: null, instrument: id, version: instrument.version };
    await add(
      records.map(({ answers, coding }) => ({
        ...ofStudy,
        answers: JSON.stringify(answers),
        coding: coding === undefined ? null : JSON.stringify(coding),
      })),
    );
    const [{ study_id }] = (await store.db.selectFrom('response').select('study_id').limit(1).execute()) as [
      { study_id: string },
    ];
    const table = tableOfRecords(instrument, records, { coding: codingOf(instrument) });
    const expected = reliabilityTally(instrument, table, { details: true });
    expect(await tallyOfOpenStudy(store, { studyId: study_id, instrument })).toEqual({ ...expected, items: undefined });
  });

  test('who takes answers back while an open study is worked out is in none of its figures', async () => {
    const { store, add } = await open(await engine.newAddress());
    const { instrument } = asked('ribs');
    const records = drawn(instrument, 7).map(({ answers }) => ({ answers }));
    const ofStudy = { team_id: null, group_id: null, wave_id: null, instrument: 'ribs', version: instrument.version };
    const keys = await add(records.map(({ answers }) => ({ ...ofStudy, answers: JSON.stringify(answers) })));
    const leaver = records.findIndex(({ answers }) =>
      instrument.items.every(({ id }) => typeof answers[id] === 'number'),
    );
    const { study_id } = await store.db.selectFrom('response').select('study_id').limit(1).executeTakeFirstOrThrow();
    let statements = 0;
    const transformResult: KyselyPlugin['transformResult'] = async ({ result }) => {
      statements += 1;
      // the rows and the first sums have been read
      if (statements === 2) {
        await store.write((trx) => trx.deleteFrom('response').where('key_digest', '=', keys[leaver]!).execute());
      }
      return result;
    };
    const db = store.db.withPlugin({ transformQuery: ({ node }) => node, transformResult });
    const left = records.filter((_, i) => i !== leaver);
    const table = tableOfRecords(instrument, left, { coding: codingOf(instrument) });
    const expected = reliabilityTally(instrument, table, { details: true });
    const tally = await tallyOfOpenStudy({ ...store, db }, { studyId: study_id, instrument });
    expect(statements).toBeGreaterThan(2);
    expect(tally).toEqual({ ...expected, items: undefined });
  });

  test('where no scale was asked whole, it is counted how people answered', async () => {
    const { store, add } = await open(await engine.newAddress());
    const none: AskedInstrument = { ...asked('work-burnout'), scales: [], items: [] };
    const people = [10, 200].map((durationSeconds) => ({ answers: {}, durationSeconds }));
    const keys = await add(people.map(({ durationSeconds }) => ({ answers: '{}', duration_seconds: durationSeconds })));
    const tallies = await talliesByTeam(store, { asked: none, coding: undefined, keys });
    expect(tallies).toEqual(new Map([['north', tallyOf(none, people)]]));
  });

  test('nobody has no team', async () => {
    const { store } = await open(await engine.newAddress());
    expect(await talliesByTeam(store, { asked: asked('work-burnout'), coding: undefined, keys: [] })).toEqual(
      new Map(),
    );
  });

  test.each([9, 2.5, 'no reason'])('an answer that the questionnaire does not have is refused: %j', async (answer) => {
    const { store, add } = await open(await engine.newAddress());
    const of = asked('work-burnout');
    const answers = Object.fromEntries(of.items.map(({ id }, place) => [id, place === 0 ? answer : 3]));
    const keys = await add([{ answers: JSON.stringify(answers) }]);
    await expect(talliesByTeam(store, { asked: of, coding: undefined, keys })).rejects.toThrow(RangeError);
  });
});
