import {
  emptyReliabilityTally,
  type Instrument,
  mergeReliabilityTallies,
  type ReliabilityTally,
  type ScaleTally,
} from '@peerscale/core';
import { codeSumsOfRows, codeSumsSql, scaleVariables, scoreGroupsOfRows, scoreGroupsSql } from '@peerscale/sql';
import { sql } from 'kysely';
import type { Store } from '../../store/store.ts';
import { type AlikeResponses, alikeResponses } from './alike-responses.ts';
import { answerColumns, askAnswers, dialectOf, scoredStep } from './ask-answers.ts';
import type { AskedInstrument } from './asked-instrument.ts';
import { CODED } from './coded-answers.ts';
import { codingOf } from './empty-tally.ts';
import { oneOf } from './one-of.ts';

/** Responses that are worked out at a time. */
const ROWS = 2000;

/**
 * The tally of all answers to the instrument of an open study, as `studyReportOfTally` takes it. It is made by the database,
 * some responses at a time: the answers stay there. Every figure is about the same people.
 */
export async function tallyOfOpenStudy(
  store: Store,
  { studyId, instrument }: { readonly studyId: string; readonly instrument: Instrument },
): Promise<ReliabilityTally> {
  const whole: AskedInstrument = {
    instrument,
    scales: instrument.scales,
    items: instrument.items,
    itemsOfForm: instrument.items.length,
  };
  const asked = new Map([['', new Map([[`${instrument.id}@${instrument.version}`, whole]])]]);
  const empty = emptyReliabilityTally(instrument, { details: true }, codingOf(instrument));
  // no report of a study shows how often an answer was given
  let tally: ReliabilityTally = { ...empty, items: undefined };
  let after = '';
  for (;;) {
    const rows = await store.db
      .selectFrom('response')
      .select(['key_digest', 'group_id', 'instrument', 'version', 'coding'])
      .where('study_id', '=', studyId)
      .where('instrument', '=', instrument.id)
      .where('key_digest', '>', after)
      .orderBy('key_digest')
      .limit(ROWS)
      .execute();
    if (rows.length === 0) return tally;
    let next = tally;
    for (const responses of alikeResponses(rows, asked)) {
      const scales: ScaleTally[] = [];
      for (const frame of empty.scales) scales.push(await scaleTally(store, responses, frame));
      next = mergeReliabilityTallies(next, { ...next, rows: responses.keys.length, scales });
    }
    const keys = rows.map(({ key_digest }) => key_digest);
    // who takes answers back meanwhile would be in some of the sums alone: the batch is made anew without them
    if (!(await areAllThere(store, keys))) continue;
    tally = next;
    after = keys.at(-1)!;
  }
}

async function areAllThere({ db, engine }: Store, keys: readonly string[]): Promise<boolean> {
  const { count } = await db
    .selectFrom('response')
    .select((is) => is.fn.countAll<number | string>().as('count'))
    .where(sql<boolean>`key_digest ${oneOf(engine, keys)}`)
    .executeTakeFirstOrThrow();
  return Number(count) === keys.length;
}

/** @param frame the same tally of nobody */
async function scaleTally(store: Store, responses: AlikeResponses, frame: ScaleTally): Promise<ScaleTally> {
  const { instrument } = responses.asked;
  const scale = instrument.scales.find(({ id }) => id === frame.scale)!;
  const asked: AskedInstrument = {
    ...responses.asked,
    scales: [scale],
    items: instrument.items.filter(({ id }) => scale.items.includes(id)),
  };
  const own = { ...responses, asked };
  const dialect = dialectOf(store);
  const columns = answerColumns(asked);
  const given = scaleVariables(instrument, scale.id, { ...columns, keyed: false });
  const keyed = scaleVariables(instrument, scale.id, columns);
  const sums = await askAnswers(store, own, { statement: codeSumsSql(given, { dialect, from: CODED }) });
  const groups = await askAnswers(store, own, {
    steps: [scoredStep(store, asked)],
    statement: scoreGroupsSql(keyed, { dialect, from: 'scored', score: scale.id }),
  });
  const codeSums = codeSumsOfRows(sums, given.length);
  return {
    ...frame,
    complete: codeSums.n,
    statistics: { kind: 'code-sums', codeSums },
    groups: scoreGroupsOfRows(groups, keyed.length),
  };
}
