import type { FormPlan } from '@peerscale/form';
import type { Team } from './team.ts';

export interface FrozenGroup {
  readonly id: string;
  readonly name: string;
  readonly plan: FormPlan;
}

/**
 * A study as it was when a wave started: what answers of the wave are checked against and reported by, whatever becomes
 * of teams and groups later.
 */
export interface FrozenWave {
  readonly startedOn: string;
  readonly teams: readonly Team[];
  readonly groups: readonly FrozenGroup[];
}
