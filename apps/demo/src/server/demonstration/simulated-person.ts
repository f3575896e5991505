import type { DemonstrationTeam, Respondents } from './organisation.ts';
import { type Driver, type Latent, TRUE_MODEL, trueChange } from './true-model.ts';

const DRIVERS = ['clarity', 'support', 'stigma'] as const satisfies readonly Driver[];
const LATENTS = [...DRIVERS, 'burnout', 'satisfaction'] as const satisfies readonly Latent[];

/** Somebody's lasting standing, apart from the team: standard normal in each. */
export interface SimulatedPerson {
  readonly team: DemonstrationTeam;
  readonly group: Respondents;
  readonly stable: Readonly<Record<Latent, number>>;
  /** answers to the questions of the self-generated code, by element */
  readonly code: Readonly<Record<string, string>>;
}

/** Effects of one team that do not change. */
export type TeamEffects = Readonly<Record<Driver | 'burnout', number>>;

export const drawEach = (normal: () => number): Record<Latent, number> =>
  Object.fromEntries(LATENTS.map((latent) => [latent, normal()])) as Record<Latent, number>;

/** Where a person stands in one wave. */
export function standing(
  { team, group, stable }: SimulatedPerson,
  effects: TeamEffects,
  wave: number,
  normal: () => number,
): Record<Latent, number> {
  const { stability, inpatient, groups, paths, rest } = TRUE_MODEL;
  const change = trueChange(team, wave);
  const now = drawEach(normal);
  const own = (latent: Latent) => Math.sqrt(stability) * stable[latent] + Math.sqrt(1 - stability) * now[latent];
  const setting = (latent: Driver | 'burnout') => (team.setting === 'inpatient' ? inpatient[latent] : 0);
  const driver = (name: Driver) => effects[name] + setting(name) + groups[group][name] + change[name] + own(name);
  const [clarity, support, stigma] = DRIVERS.map(driver) as [number, number, number];
  const burnout =
    paths.burnout.clarity * clarity +
    paths.burnout.support * support +
    paths.burnout.stigma * stigma +
    effects.burnout +
    setting('burnout') +
    change.burnout +
    Math.sqrt(rest.burnout) * own('burnout');
  const satisfaction =
    paths.satisfaction.burnout * burnout +
    paths.satisfaction.support * support +
    Math.sqrt(rest.satisfaction) * own('satisfaction');
  return { clarity, support, stigma, burnout, satisfaction };
}
