import type { DemonstrationTeam } from './organisation.ts';

/**
 * What is true of the simulated organisation, in standard deviations of people: the model behind every simulated answer, so
 * that what the pages estimate can be held against it.
 *
 * Each person has a standing in three drivers d (clarity of roles, support, stigma), each
 *
 *   d = team effect + setting + change of the team by that wave + sqrt(0.6) * stable + sqrt(0.4) * of this wave
 *
 * with the last two standard normal, and from them
 *
 *   burnout      = -0.35 clarity - 0.25 support + 0.30 stigma + team effect + change + rest of variance 0.66
 *   satisfaction = -0.45 burnout + 0.35 support + rest of variance 0.60
 *
 * Rests are as stable as the drivers. Peer workers meet more stigma and less clarity than staff, managers have more clarity.
 */
export const TRUE_MODEL = {
  /** share of a person's own variance that stays from wave to wave */
  stability: 0.6,
  /** standard deviation of the teams' effects on each driver and on burnout */
  teamEffect: 0.35,
  paths: {
    burnout: { clarity: -0.35, support: -0.25, stigma: 0.3 },
    satisfaction: { burnout: -0.45, support: 0.35 },
  },
  rest: { burnout: 0.66, satisfaction: 0.6 },
  inpatient: { clarity: -0.2, support: 0, stigma: 0.35, burnout: 0.15 },
  groups: {
    'peer-worker': { clarity: -0.35, support: 0, stigma: 0.4 },
    staff: { clarity: 0, support: 0, stigma: 0 },
    manager: { clarity: 0.4, support: 0.2, stigma: -0.2 },
    'service-user': { clarity: 0.2, support: 0, stigma: 0.1 },
  },
  /** share of people who answer a wave; those who burn out answer a little less often */
  participation: { base: 0.78, perBurnout: -0.05 },
  /** an element of a code is answered differently than before */
  codeError: 0.02,
  missing: 0.01,
  /** agrees that the answers are used for research, whoever it is */
  consentToReuse: 0.9,
  loading: { from: 0.65, to: 0.85 },
} as const;

export type Driver = 'clarity' | 'support' | 'stigma';
export type Latent = Driver | 'burnout' | 'satisfaction';

/** Teams that agreed on written roles and monthly supervision after the first wave. */
const SUPERVISED = ['ward-birch', 'centre-north', 'housing'];
/** A team that lost its leader in the summer. */
const LEFT_ALONE = ['ward-acute'];

/**
 * True change of a team's latent means since the first wave. Burnout changes through its drivers besides what is named here.
 */
export function trueChange(
  { id }: Pick<DemonstrationTeam, 'id'>,
  wave: number,
): Readonly<Record<Driver | 'burnout', number>> {
  if (SUPERVISED.includes(id) && wave >= 2) {
    return { clarity: wave === 2 ? 0.5 : 0.8, support: wave === 2 ? 0.4 : 0.6, stigma: -0.2, burnout: -0.1 };
  }
  if (LEFT_ALONE.includes(id) && wave >= 3) return { clarity: -0.4, support: -0.7, stigma: 0, burnout: 0.2 };
  return { clarity: 0, support: 0, stigma: 0, burnout: 0 };
}

/** True change of burnout of a team since the first wave, all ways taken together. */
export function trueBurnoutChange(team: Pick<DemonstrationTeam, 'id'>, wave: number): number {
  const change = trueChange(team, wave);
  const { burnout } = TRUE_MODEL.paths;
  return (
    change.burnout +
    burnout.clarity * change.clarity +
    burnout.support * change.support +
    burnout.stigma * change.stigma
  );
}

/** What each scale of the battery says of: the latent that its items rise or fall with, and how close the scale is to it. */
export const SCALES: Readonly<
  Record<string, { readonly latent: Latent; readonly sign: 1 | -1; readonly share: number }>
> = {
  'work-burnout/exhaustion': { latent: 'burnout', sign: 1, share: 0.8 },
  'work-burnout/distance': { latent: 'burnout', sign: 1, share: 0.65 },
  'work-burnout/lost-accomplishment': { latent: 'burnout', sign: 1, share: 0.6 },
  'work-satisfaction/overall': { latent: 'satisfaction', sign: 1, share: 1 },
  'peer-role/role-clarity': { latent: 'clarity', sign: 1, share: 1 },
  'peer-role/boundaries': { latent: 'clarity', sign: 1, share: 0.4 },
  'peer-readiness/clear-role': { latent: 'clarity', sign: 1, share: 0.9 },
  'peer-readiness/equal-standing': { latent: 'stigma', sign: -1, share: 0.7 },
  'peer-readiness/support': { latent: 'support', sign: 1, share: 0.9 },
  'peer-readiness/access': { latent: 'clarity', sign: 1, share: 0.5 },
  'work-stigma/direct': { latent: 'stigma', sign: 1, share: 0.9 },
  'work-stigma-staff/associative': { latent: 'stigma', sign: 1, share: 0.7 },
  'work-stigma-staff/indirect': { latent: 'stigma', sign: 1, share: 0.7 },
};
