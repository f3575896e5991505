import type { FrozenWave } from '../model/frozen-wave.ts';
import { Refusal } from '../refusal.ts';
import { type StudyRoom, today } from '../studies/study-room.ts';
import type { Invitation } from './find-invitation.ts';

/** An invitation to a wave that takes answers now. */
export interface OpenInvitation extends Invitation {
  readonly frozen: FrozenWave;
}

/**
 * The invitation, where its wave is open. A wave whose first day has come is started by the calendar's work
 * (`createDueWork`) or by staff, not by whoever opens a link: that work knows whether the clock can be believed, and a
 * start cannot be undone.
 *
 * @throws Refusal `wave-not-open` before, `wave-closed` afterwards
 */
export function openWave(room: Pick<StudyRoom, 'access'>, invitation: Invitation): OpenInvitation {
  refuseUnlessOpen(invitation, today(room));
  return { ...invitation, frozen: frozenOf(invitation.wave.frozen) };
}

/** @throws Refusal where no answers are taken on that day */
function refuseUnlessOpen({ wave, study }: Pick<Invitation, 'wave' | 'study'>, day: string): void {
  if (wave.state === 'closed' || study.state === 'closed' || wave.closes_on < day) throw new Refusal('wave-closed');
  if (wave.state !== 'planned') return;
  const detail = wave.opens_on > day ? `It opens on ${wave.opens_on}.` : 'It opens within minutes.';
  throw new Refusal('wave-not-open', { detail });
}

const MOST_KEPT = 20;
const kept = new Map<string, { readonly text: string; readonly frozen: FrozenWave }>();

/** What is frozen never changes, and is long in a large study: the last ones are kept as they were read. */
export function frozenOf(text: string | null): FrozenWave {
  if (text === null) throw new RangeError('Unexpected wave: it has not started.');
  const known = kept.get(text) ?? { text, frozen: JSON.parse(text) as FrozenWave };
  kept.delete(text);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  // under the text as it first came: every reading brings another one, which would stay in memory for a while
  kept.set(known.text, known);
  return known.frozen;
}
