import type { ProblemError } from '../../problem.ts';
import type { StartedWave } from '../../results/view/study-waves.ts';
import type { Store } from '../../store/store.ts';
import type { WaveAndStudy } from '../due-waves.ts';
import { answeredSoFar } from './answered-so-far.ts';
import { notReadyLetter } from './not-ready-letter.ts';
import { reminderLetter } from './reminder-letter.ts';
import type { StaffNotice, StaffRoom } from './staff-room.ts';

/** An open wave reminds today: for owners and analysts, and for leads whose team is asked in it. */
export function reminderNotice(
  store: Store,
  { access }: Pick<StaffRoom, 'access'>,
  { wave, study }: WaveAndStudy,
  day: string,
): StaffNotice {
  return {
    kind: 'reminder',
    day,
    wave,
    study,
    async prepare() {
      const answered = await answeredSoFar(store, wave as StartedWave, study.minimum_group_size);
      return (account) => {
        const participation = answered(account);
        const isAsked = participation.teams.some(({ responses }) => responses.status !== 'no-data');
        if (account.role === 'lead' && !isAsked) return undefined;
        return reminderLetter(account, { wave, study, day }, participation, access.origin.origin);
      };
    },
  };
}

/**
 * A wave could not start because something is missing: for owners and analysts, who can put it right. It is about the day
 * on which the wave was to start, so that there is another one only where staff have moved that day.
 */
export function notReadyNotice(
  { access }: Pick<StaffRoom, 'access'>,
  { wave, study }: WaveAndStudy,
  missing: readonly ProblemError[],
): StaffNotice {
  const day = wave.opens_on;
  const prepare: StaffNotice['prepare'] = async () => (account) =>
    account.role === 'lead' ? undefined : notReadyLetter(account, { wave, study, day }, missing, access.origin.origin);
  return { kind: 'not-ready', day, wave, study, prepare };
}
