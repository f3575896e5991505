import { digestOf } from '../access/secret.ts';
import { responseKey } from '../answers/submission-rows.ts';
import { insertTokens } from '../invitations/insert-tokens.ts';
import { type Bundle, recordOf, staffAnswers, wardStudy } from '../studies/test/ward-study.ts';
import type { Person } from './answering-people.ts';

/** Somebody with a single-use link, and what is stored when the answers are. */
export interface Guest extends Person {
  readonly token: string;
  readonly key: string;
  readonly answers: string;
  readonly remark: string;
}

export type Query = (text: string) => Promise<readonly Record<string, unknown>[]>;

/** The day on which they answer. */
export const DAY = '2026-11-21';

/** A study with an open wave in a database, and so many people with a link each; nobody has the database open afterwards. */
export async function wardCrowd(address: string, count: number): Promise<Guest[]> {
  const ward = await wardStudy(address, { linkage: 'none' });
  const wave = await ward.startWave();
  const { store } = ward.server.access;
  const tokens = await store.write((trx) => insertTokens(trx, wave, [{ team: 'red', group: 'staff', count }]));
  const form = await ward.server.browser('192.0.2.90').send('GET', `/invitations/${tokens[0]!.secret}/form`);
  const bundle = (await form.json()) as Bundle;
  await ward.server.access.settled();
  await store.close();
  return Promise.all(
    tokens.map(async ({ secret }, number): Promise<Guest> => {
      const tea = { 'cups-daily': number % 4, 'tea-calms': 1 + (number % 5), 'tea-spoils': 1 + (number % 3) };
      const remark = `Person ${number}.`;
      const record = await recordOf(bundle, { ...staffAnswers, tea, years: number % 60, remarks: remark });
      return {
        number,
        path: `/invitations/${secret}/responses`,
        body: JSON.stringify(record),
        token: digestOf(secret)!,
        key: responseKey(record.idempotencyKey as string, 'tea'),
        answers: JSON.stringify(tea),
        remark,
      };
    }),
  );
}

/** Parts of the plan that are answered beside the instrument. */
const OTHER_PARTS = 4;

/**
 * Who is stored. Throws where a token is there beside the answers or neither is, where answers are there twice or in part,
 * and where something is there that nobody sent.
 */
export async function storedGuests(query: Query, guests: readonly Guest[]): Promise<ReadonlySet<Guest>> {
  const tokens = new Set((await query('select digest from token')).map(({ digest }) => digest));
  const responses = await query('select key_digest, answers from response');
  const answersOf = new Map(responses.map(({ key_digest, answers }) => [key_digest, answers]));
  const others = await query('select part, value from other_answer');
  const remarks = others.filter(({ part }) => part === 'remarks').map(({ value }) => value);
  const remarked = new Set(remarks);
  const stored = new Set<Guest>();
  for (const guest of guests) {
    const answers = answersOf.get(guest.key);
    const [hasToken, hasRemark] = [tokens.has(guest.token), remarked.has(guest.remark)];
    if (hasToken === (answers !== undefined) || hasRemark !== (answers !== undefined)) {
      throw new Error(`Person ${guest.number}: token ${hasToken}, answers ${answers}, remark ${hasRemark}.`);
    }
    if (answers === undefined) continue;
    if (answers !== guest.answers) throw new Error(`Person ${guest.number}: ${answers} is not ${guest.answers}.`);
    stored.add(guest);
  }
  const found = [responses.length, answersOf.size, remarks.length, others.length];
  const wanted = [stored.size, stored.size, stored.size, OTHER_PARTS * stored.size];
  if (found.join() !== wanted.join()) throw new Error(`Rows ${found.join()} are not ${wanted.join()}.`);
  if (tokens.size !== guests.length - stored.size) throw new Error(`${tokens.size} tokens are left.`);
  return stored;
}
