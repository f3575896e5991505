import { expect } from 'vitest';
import { testServer } from '../../access/test/test-server.ts';
import { withdraw } from '../../answers/withdraw.ts';
import { catalogue, type MadeUp, madeUpStudy, planOf } from './made-up-study.ts';

export const MINIMUM = 5;
export const made = {
  teams: [
    { id: 'birch', people: { staff: 17, managers: 6, peers: 2 } },
    { id: 'maple', people: { staff: 14, managers: 5, peers: 1 } },
    { id: 'north', people: { staff: 11, managers: 2, peers: 0 } },
  ],
  groups: [
    {
      id: 'staff',
      plan: planOf('staff-plan', ['work-burnout'], ['work-satisfaction', 'overall'], ['work-stigma-staff']),
    },
    { id: 'managers', plan: planOf('manager-plan', ['work-burnout'], ['work-satisfaction', 'overall']) },
    { id: 'peers', plan: planOf('peer-plan', ['work-burnout'], ['work-satisfaction', 'overall']) },
  ],
  waves: 4,
  linkage: 'code',
  last: 'open',
} satisfies MadeUp;

export type Person = string;

/** A study whose people can be told apart, and a reader who keeps everything. */
export async function attackedHouse(address: string, changes: Partial<MadeUp> = {}) {
  const server = await testServer(address, { catalogue });
  const organisation = await server.addOrganisation('House');
  const { store } = server.access;
  const study = await madeUpStudy(store, { ...made, ...changes, organisation });
  const { email } = await server.addAccount(organisation, 'analyst');
  const analyst = server.browser();
  await analyst.signIn(email);
  const people = async (wave: number) => {
    const rows = await store.db
      .selectFrom('response')
      .select(['submission_digest', 'team_id', 'group_id', 'instrument', 'code', 'receipt_digest'])
      .where('wave_id', '=', study.waves[wave - 1]!)
      .orderBy('key_digest')
      .execute();
    const found = new Map<Person, (typeof rows)[number] & { readonly instruments: Set<string> }>();
    for (const row of rows) {
      const known = found.get(row.submission_digest!);
      if (known === undefined) found.set(row.submission_digest!, { ...row, instruments: new Set([row.instrument]) });
      else known.instruments.add(row.instrument);
    }
    return found;
  };
  const changeRows = (where: readonly Person[], set: { readonly code: string | null }) =>
    store.write((trx) => trx.updateTable('response').set(set).where('submission_digest', 'in', where).execute());
  return {
    study,
    store,
    people,
    /** these give no code */
    uncoded: (who: readonly Person[]) => changeRows(who, { code: null }),
    /** these did not answer an instrument */
    unanswered: (who: readonly Person[], instrument: string) =>
      store.write((trx) =>
        trx.deleteFrom('response').where('submission_digest', 'in', who).where('instrument', '=', instrument).execute(),
      ),
    sameCode: (who: readonly Person[], code: string | null) => changeRows(who, { code }),
    async takeBack(wave: number, is: (person: { team: string; group: string }) => boolean, count: number) {
      const own = [...(await people(wave)).values()].filter(({ team_id, group_id }) =>
        is({ team: team_id!, group: group_id! }),
      );
      for (const { receipt_digest } of own.slice(0, count)) await withdraw(store, receipt_digest!, '');
    },
    close: (wave: number) =>
      store.write((trx) =>
        trx
          .updateTable('wave')
          .set({ state: 'closed' })
          .where('id', '=', study.waves[wave - 1]!)
          .execute(),
      ),
    async get<T>(path: string): Promise<T | undefined> {
      server.pass(5000);
      const response = await analyst.send('GET', `/studies/${study.id}${path}`);
      const text = await response.text();
      if (response.status !== 200)
        expect([path, [409, 422].includes(response.status), text]).toEqual([path, true, text]);
      return response.status === 200 ? (JSON.parse(text) as T) : undefined;
    },
  };
}

export type AttackedHouse = Awaited<ReturnType<typeof attackedHouse>>;
export type People = Awaited<ReturnType<AttackedHouse['people']>>;
