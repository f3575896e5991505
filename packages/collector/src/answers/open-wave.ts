import type { FrozenWave } from '../model/frozen-wave.ts';
import { Refusal } from '../refusal.ts';
import { startWave } from '../studies/start-wave.ts';
import { type StudyRoom, today } from '../studies/study-room.ts';
import { type Invitation, waveAndStudy } from './find-invitation.ts';

/** An invitation to a wave that takes answers now. */
export interface OpenInvitation extends Invitation {
  readonly frozen: FrozenWave;
}

/**
 * The invitation with its wave open: a planned one whose first day has come is started now.
 *
 * @throws Refusal `wave-not-open` before, `wave-closed` afterwards
 */
export async function openWave(room: StudyRoom, invitation: Invitation): Promise<OpenInvitation> {
  const { store, access, catalogue } = room;
  const day = today(room);
  let { wave, study } = invitation;
  if (wave.state === 'planned' && study.state === 'open' && wave.opens_on <= day && day <= wave.closes_on) {
    await store.write(async (trx) => {
      const now = await waveAndStudy(trx, wave.id);
      // somebody else was first
      if (now === undefined || now.wave.state !== 'planned') return;
      await startWave(trx, now.study, now.wave, catalogue, day);
      await access.audit.append(trx, {
        action: 'wave-started',
        subject: `wave ${wave.id}`,
        organisationId: study.organisation_id,
        accountId: null,
        detail: { study: study.id },
      });
    });
    ({ wave, study } = (await waveAndStudy(store.db, wave.id)) ?? { wave, study });
  }
  refuseUnlessOpen({ wave, study }, day);
  return { ...invitation, wave, study, frozen: frozenOf(wave.frozen) };
}

/** @throws Refusal where no answers are taken on that day */
function refuseUnlessOpen({ wave, study }: Pick<Invitation, 'wave' | 'study'>, day: string): void {
  if (wave.state === 'closed' || study.state === 'closed' || wave.closes_on < day) throw new Refusal('wave-closed');
  if (wave.state === 'planned') throw new Refusal('wave-not-open', { detail: `It opens on ${wave.opens_on}.` });
}

const MOST_KEPT = 20;
const kept = new Map<string, FrozenWave>();

/** What is frozen never changes, and is long in a large study: the last ones are kept as they were read. */
export function frozenOf(text: string | null): FrozenWave {
  if (text === null) throw new RangeError('Unexpected wave: it has not started.');
  const frozen = kept.get(text) ?? (JSON.parse(text) as FrozenWave);
  kept.delete(text);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(text, frozen);
  return frozen;
}
