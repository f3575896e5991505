import { type Guest, importStudy, type ServerRoom } from '@peerscale/collector/server';
import { findBattery, findInstrument } from '@peerscale/instruments';
import { catalogue } from '../catalogue.ts';
import { demonstrationActions } from './actions.ts';
import { demonstrationTeams, demonstrationWaves, type Respondents } from './organisation.ts';
import { PARTS, planOfGroup } from './plan-of-group.ts';
import { simulateOrganisation } from './simulate-organisation.ts';

/** The simulated organisation as visitors come to it. */
export interface Demonstration {
  /** id of its study */
  readonly study: string;
  /** the account that visitors are signed in as */
  readonly guest: Guest;
}

const STUDY = 'example-team-pulse';
const ORGANISATION = { id: '5e2d4c1a-0d3f-4a5e-9c9b-6f1d20261122', name: 'Example organisation (simulated)' };
const ACCOUNT = { id: 'b7c0a4de-3f52-4f0e-8d11-6f1d20261122', email: 'demo@example.org', name: 'Visitor' };
const GUEST: Guest = { accountId: ACCOUNT.id, organisationId: ORGANISATION.id, role: 'analyst' };

const GROUPS: readonly { readonly id: string; readonly name: string; readonly respondents: Respondents }[] = [
  { id: 'peer-workers', name: 'Peer workers', respondents: 'peer-worker' },
  { id: 'staff', name: 'Staff', respondents: 'staff' },
  { id: 'managers', name: 'Managers', respondents: 'manager' },
  { id: 'service-users', name: 'Service users', respondents: 'service-user' },
];
const groupOf = new Map(GROUPS.map(({ id, respondents }) => [respondents, id]));

/**
 * Sees to it that the simulated organisation is there: its study with three closed waves of about 600 people and a fourth
 * to start, all in one transaction, and an account without a password that is let in only while there is a demonstration.
 * From the second start on nothing is added.
 *
 * @param wanted whether visitors are let in
 * @returns undefined where they are not
 */
export async function addDemonstration(
  { store, access, log }: Pick<ServerRoom, 'store' | 'access' | 'log'>,
  wanted: boolean,
): Promise<Demonstration | undefined> {
  if (!wanted) {
    await shutOut({ store, access });
    return undefined;
  }
  await addAccount({ store, access });
  const there = await store.db.selectFrom('study').select('id').where('id', '=', STUDY).executeTakeFirst();
  if (there === undefined) {
    const start = performance.now();
    log.say('demonstration', 'Adding the example organisation (simulated); this is done once ...');
    await importStudy(store, catalogue, demonstrationStudy(access.now()), access.now());
    const seconds = (performance.now() - start) / 1000;
    log.say('demonstration-added', `Added it in ${seconds.toFixed(1)} seconds.`, { seconds });
  }
  return { study: STUDY, guest: GUEST };
}

async function addAccount({ store, access }: Pick<ServerRoom, 'store' | 'access'>): Promise<void> {
  const known = await store.db.selectFrom('account').select('disabled').where('id', '=', ACCOUNT.id).executeTakeFirst();
  if (known?.disabled === 0) return;
  await store.write(async (trx) => {
    await trx
      .insertInto('organisation')
      .values(ORGANISATION)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('account')
      .values({
        ...ACCOUNT,
        organisation_id: ORGANISATION.id,
        role: GUEST.role,
        team_id: null,
        password_hash: null,
        locale: 'en',
        disabled: 0,
        created_at: access.now(),
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ disabled: 0 }))
      .execute();
  });
}

/** Where there is no demonstration any more, nobody comes in by its account, not even by a session that is open. */
async function shutOut({ store, access }: Pick<ServerRoom, 'store' | 'access'>): Promise<void> {
  const open = await store.db
    .selectFrom('account')
    .select('id')
    .where('id', '=', ACCOUNT.id)
    .where('disabled', '=', 0)
    .executeTakeFirst();
  if (open === undefined) return;
  await store.write(async (trx) => {
    await access.sessions.endAll(trx, ACCOUNT.id);
    await access.links.endAll(trx, ACCOUNT.id);
    // nor by a password that a visitor has chosen for it
    await trx.updateTable('account').set({ disabled: 1, password_hash: null }).where('id', '=', ACCOUNT.id).execute();
    await trx.deleteFrom('passkey').where('account_id', '=', ACCOUNT.id).execute();
  });
}

function demonstrationStudy(now: number): Parameters<typeof importStudy>[2] {
  const battery = findBattery('peer-team-pulse');
  if (battery === undefined) throw new RangeError('Unexpected battery: peer-team-pulse is not there.');
  const cells = demonstrationTeams.flatMap(({ id, people }) =>
    (Object.entries(people) as [Respondents, number][])
      .filter(([, expected]) => expected > 0)
      .map(([respondents, expected]) => ({ team: id, group: groupOf.get(respondents)!, expected })),
  );
  return {
    id: STUDY,
    organisationId: ORGANISATION.id,
    study: {
      title: { en: 'Team pulse', cs: 'Puls týmu' },
      locales: ['en', 'cs'],
      linkage: 'code',
      simulated: true,
    },
    teams: demonstrationTeams.map(({ id, name, setting }) => ({ id, name: name.en, setting })),
    groups: GROUPS.map(({ id, name, respondents }) => ({ id, name, plan: { ...planOfGroup(battery, respondents) } })),
    waves: [
      ...demonstrationWaves.map(({ name, opensOn, closesOn }) => ({
        name: `${name.en} ${opensOn.slice(0, 4)}`,
        opensOn,
        closesOn,
        cells,
        state: 'closed' as const,
      })),
      { name: 'Next wave', ...nextWave(now), cells, state: 'planned' },
    ],
    actions: demonstrationActions.map((action) => ({ ...action, accountId: ACCOUNT.id })),
    *submissions(codeKey) {
      for (const submission of simulateOrganisation({ battery, findInstrument, codeKey, parts: PARTS })) {
        yield { ...submission, group: groupOf.get(submission.group)! };
      }
    },
  };
}

const DAY = 86_400_000;

/** Three weeks from the Monday that is at least three weeks ahead. */
function nextWave(now: number): { readonly opensOn: string; readonly closesOn: string } {
  const earliest = now + 21 * DAY;
  const monday = earliest + ((8 - new Date(earliest).getUTCDay()) % 7) * DAY;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { opensOn: day(monday), closesOn: day(monday + 18 * DAY) };
}
