import type { Battery } from '@peerscale/core';
import type { FormPlan } from './form-plan.ts';

/**
 * What a battery asks one group of respondents, as a form: one part an instrument, called by the instrument's id.
 *
 * @throws RangeError for a group that the battery does not have
 * @example planOfBattery(findBattery('peer-team-pulse')!, 'staff').parts.length // 4
 */
export function planOfBattery(battery: Battery, respondents: Battery['groups'][number]['respondents']): FormPlan {
  const group = battery.groups.find((one) => one.respondents === respondents);
  if (group === undefined) {
    throw new RangeError(`Unexpected respondents: ${battery.id}@${battery.version} has no group ${respondents}.`);
  }
  return {
    format: 'peerscale/form-plan@1',
    id: battery.id,
    version: battery.version,
    parts: group.parts.map((part) => ({ kind: 'instrument', id: part.instrument, ...part })),
  };
}
