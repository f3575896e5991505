import type { Browser } from '../../access/test/test-server.ts';
import { exportFormats } from '../../exports/export-file.ts';
import { type Role, roles } from '../../model/account.ts';
import { answerWave, closeWaveOf } from '../../studies/test/answer-wave.ts';
import { type Ward, wardPlan, wardStudy } from '../../studies/test/ward-study.ts';

/** Who asks: the four roles, the owner of another organisation, and somebody who is not signed in. */
export const askers = [...roles, 'foreigner', 'nobody'] as const;
export type Asker = Role | 'foreigner' | 'nobody';

/** A study that may be closed or erased, with a wave that is open. */
export interface Spare {
  readonly study: string;
  readonly wave: string;
}

export interface FuzzWard extends Ward {
  readonly browsers: Readonly<Record<Asker, Browser>>;
  /** Ids by the name of the parameter. What ends a study or a wave is only tried on those of a spare one. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** the study that is there until it was used up */
  spare(): Promise<Spare>;
  /** The spare study is closed or gone: the next one is made when it is asked for. */
  usedUp(): void;
  /** A session for an asker who has signed out. */
  signInAgain(asker: Asker): Promise<void>;
}

/** A study of two closed waves, an open and a planned one, and everybody who may ask for it. */
export async function fuzzWard(address: string): Promise<FuzzWard> {
  const ward = await wardStudy(address);
  const { server, study, organisation } = ward;
  const { access } = server;
  for (let number = 1; number <= 2; number++) {
    const closed = await ward.startWave();
    // every group of every team that is asked, so that it is told how many took part
    for (const team of ['red', 'blue', 'house']) {
      for (const group of ['staff', 'managers']) {
        const answers = group === 'staff' ? {} : { answers: () => ({ tea: { 'tea-calms': 4, 'tea-spoils': 2 } }) };
        await answerWave(ward, closed, { team, group, count: 6, ...answers });
      }
    }
    await closeWaveOf(ward, closed);
  }
  const wave = await ward.startWave();
  const waves = `/studies/${study}/waves`;
  const planned = await ward.ask<{ wave: { id: string } }>(
    'POST',
    waves,
    { name: 'Next', opensOn: '2027-01-01', closesOn: '2027-01-09' },
    201,
  );
  const link = async (body: object) =>
    (await ward.ask<{ url: string }>('POST', `${waves}/${wave}/links`, body, 201)).url.split('#')[1]!;
  const { action } = await ward.ask<{ action: { id: string } }>(
    'POST',
    `/studies/${study}/teams/red/actions`,
    { wave, text: 'Talk' },
    201,
  );

  const foreign = await server.addOrganisation('Other House');
  const accounts = new Map<Asker, string>();
  for (const role of roles) {
    const { id } = await server.addAccount(organisation, role, role === 'lead' ? { team: 'red' } : {});
    accounts.set(role, id);
  }
  accounts.set('foreigner', (await server.addAccount(foreign, 'owner')).id);
  const spareAccount = await server.addAccount(organisation, 'viewer');
  const browsers = Object.fromEntries(askers.map((asker) => [asker, server.browser()])) as Record<Asker, Browser>;
  const signInAgain = async (asker: Asker) => {
    const account = accounts.get(asker);
    if (account === undefined) return;
    const started = await access.store.write((trx) => access.sessions.start(trx, account));
    browsers[asker].cookies.set('__Host-peerscale', started.secret);
    browsers[asker].csrf = started.csrf;
  };
  for (const asker of askers) await signInAgain(asker);

  let left: Spare | undefined;
  const none = '00000000-0000-4000-8000-000000000000';
  return {
    ...ward,
    browsers,
    signInAgain,
    ids: {
      study: [study, study, study, 'tea-2026', 'no-study'],
      team: ['red', 'blue', 'house', 'new-team', 'Ünknown'],
      group: ['staff', 'managers', 'others'],
      wave: [wave, planned.wave.id, none],
      action: [action.id, none],
      link: ['0'.repeat(64)],
      format: exportFormats,
      secret: [
        await link({}),
        await link({ team: 'red', group: 'managers' }),
        ...(await ward.tokens(wave, 1)),
        'A'.repeat(43),
        'nonsense',
      ],
      // the own account of nobody who asks, because they would lose their role
      account: [spareAccount.id, spareAccount.id, none],
      passkey: ['AAAA'],
    },
    usedUp() {
      left = undefined;
    },
    async spare() {
      left ??= await newSpare(ward);
      return left;
    },
  };
}

async function newSpare({ ask }: Ward): Promise<Spare> {
  const { study } = await ask<{ study: { id: string } }>(
    'POST',
    '/studies',
    { title: { en: 'Spare' }, locales: ['en'] },
    201,
  );
  const path = `/studies/${study.id}`;
  await ask('POST', `${path}/teams`, { teams: [{ id: 'red', name: 'Red team' }] });
  await ask('PUT', `${path}/groups/staff`, { name: 'Staff', plan: wardPlan });
  await ask('POST', `${path}/open`, {});
  const dates = { opensOn: '2026-11-20', closesOn: '2028-11-20' };
  const { wave } = await ask<{ wave: { id: string } }>('POST', `${path}/waves`, { name: 'Spare', ...dates }, 201);
  await ask('POST', `${path}/waves/${wave.id}/start`, {});
  return { study: study.id, wave: wave.id };
}
