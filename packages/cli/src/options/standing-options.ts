import type { Bands, Instrument, Norm, NormedScore } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { quoted } from '../print/safe-text.ts';
import { listOption } from './option-values.ts';

/** Where scores are to be placed, on request only: within a norm's sample, or in bands. */
export type Standing =
  | { readonly kind: 'norm'; readonly norm: Norm; readonly unit: NormedScore['unit'] }
  | { readonly kind: 'bands'; readonly bands: Bands };

const UNITS: readonly string[] = ['z', 't', 'percentile'] satisfies NormedScore['unit'][];

/** The figures that a norm has for one of the units. */
function hasFigures({ mean, sd, percentiles }: Norm, unit: string): boolean {
  return unit === 'percentile' ? (percentiles?.length ?? 0) > 0 : mean !== undefined && sd !== undefined;
}

function find<T extends { readonly id: string }>(id: string, known: readonly T[], what: string, of: Instrument): T {
  const found = known.find((candidate) => candidate.id === id);
  if (found !== undefined) return found;
  const ids = known.map((candidate) => candidate.id);
  const name = `${of.id}@${of.version}`;
  if (ids.length === 0) throw badInput(`--${what}: ${name} has no ${what === 'norm' ? 'norms' : 'bands'}`);
  const near = nearNames(id, ids)[0];
  const hint = near === undefined ? `there is ${ids.join(', ')}` : `did you mean ${near}?`;
  throw badInput(`--${what}: ${name} has no ${what} ${quoted(id)}; ${hint}`);
}

function normStanding(value: string, instrument: Instrument): Standing {
  const [id = '', asked, ...rest] = value.split(':');
  if (rest.length > 0 || (asked !== undefined && !UNITS.includes(asked))) {
    throw badInput(`--norm: ${quoted(value)} is not of the form NORM, NORM:z, NORM:t or NORM:percentile`);
  }
  const norm = find(id, instrument.norms ?? [], 'norm', instrument);
  const unit = (asked ?? UNITS.find((candidate) => hasFigures(norm, candidate))) as NormedScore['unit'] | undefined;
  if (unit === undefined) throw badInput(`--norm: ${quoted(id)} has neither a mean with its sd nor percentiles`);
  if (!hasFigures(norm, unit)) {
    const lacks = unit === 'percentile' ? 'no percentile table' : 'no mean and sd';
    throw badInput(`--norm: ${quoted(id)} has ${lacks}, which ${quoted(unit)} needs`);
  }
  return { kind: 'norm', norm, unit };
}

/** The name of a standing among the columns of scores. */
export const standingName = (standing: Standing): string =>
  standing.kind === 'norm'
    ? `${standing.norm.scale}.${standing.norm.id}.${standing.unit}`
    : `${standing.bands.scale}.${standing.bands.id}`;

/**
 * `--norm NORM[:z|t|percentile]` and `--bands BANDS`. Without a unit: z where the norm has a mean and sd, else percentile.
 *
 * @throws CommandFailure for what the instrument does not have, or one named twice
 */
export function standingOptions(
  values: { readonly norm?: readonly string[] | undefined; readonly bands?: readonly string[] | undefined },
  instrument: Instrument,
): readonly Standing[] {
  const standings = [
    ...(listOption(values.norm, 'norm') ?? []).map((value) => normStanding(value, instrument)),
    ...(listOption(values.bands, 'bands') ?? []).map(
      (id): Standing => ({ kind: 'bands', bands: find(id, instrument.bands ?? [], 'bands', instrument) }),
    ),
  ];
  const names = standings.map(standingName);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw badInput(`--norm, --bands: ${quoted(twice)} is there twice`);
  return standings;
}
