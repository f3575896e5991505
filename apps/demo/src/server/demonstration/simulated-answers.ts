import {
  type BatteryPart,
  batteryPartItems,
  type Instrument,
  itemOf,
  type RecordAnswers,
  responseScaleOf,
  scaleKey,
} from '@peerscale/core';
import { type Latent, SCALES, TRUE_MODEL } from './true-model.ts';

/** How an item answers to its scale, drawn once for the organisation. */
export interface ItemModel {
  readonly id: string;
  readonly scale: string;
  readonly latent: Latent;
  readonly sign: number;
  readonly share: number;
  readonly loading: number;
  readonly shift: number;
  readonly reversed: boolean;
  readonly codes: readonly number[];
}

/** Models of the items that a part of the battery asks. @throws RangeError for a scale that nothing is said of */
export function itemModels(instrument: Instrument, part: BatteryPart, random: () => number): ItemModel[] {
  const asked = new Set(batteryPartItems(instrument, part));
  const models = new Map<string, ItemModel>();
  for (const scale of instrument.scales) {
    const truth = SCALES[`${instrument.id.replace(/^(peer-readiness)-.*/, '$1')}/${scale.id}`];
    if (truth === undefined) continue;
    for (const { item: id, reversed } of scaleKey(instrument, scale.id)) {
      if (!asked.has(id) || models.has(id)) continue;
      const codes = responseScaleOf(instrument, itemOf(instrument, id).responseScale).codes.toSorted((a, b) => a - b);
      const { from, to } = TRUE_MODEL.loading;
      const loading = from + (to - from) * random();
      models.set(id, { id, scale: scale.id, ...truth, loading, shift: 0.6 * random() - 0.3, reversed, codes });
    }
  }
  const forgotten = [...asked].find((id) => !models.has(id));
  if (forgotten !== undefined) throw new RangeError(`Unexpected item of ${instrument.id}: ${forgotten} has no model.`);
  return [...models.values()];
}

/**
 * Answers of somebody: the scale's score is the latent in part (`share` of its variance) and the scale's own; each item's
 * propensity is that score in part (`loading`) and noise, and is cut into codes at equally spaced thresholds from -1.2 to 1.2.
 */
export function simulatedAnswers(
  instrument: Instrument,
  models: readonly ItemModel[],
  standing: Readonly<Record<Latent, number>>,
  random: () => number,
  normal: () => number,
): RecordAnswers['answers'] {
  const scores = new Map<string, number>();
  const answers: Record<string, number | 'skipped' | 'not-asked'> = Object.fromEntries(
    instrument.items.map(({ id }) => [id, 'not-asked']),
  );
  for (const { id, scale, latent, sign, share, loading, shift, reversed, codes } of models) {
    if (!scores.has(scale))
      scores.set(scale, Math.sqrt(share) * sign * standing[latent] + Math.sqrt(1 - share) * normal());
    const propensity = loading * scores.get(scale)! + Math.sqrt(1 - loading ** 2) * normal() + shift;
    const place = category(propensity, codes.length);
    const code = codes[reversed ? codes.length - 1 - place : place]!;
    answers[id] = random() < TRUE_MODEL.missing ? 'skipped' : code;
  }
  return answers;
}

/** Place of a propensity among k ordered categories with k - 1 thresholds, equally spaced from -1.2 to 1.2. */
function category(propensity: number, k: number): number {
  const between = k > 2 ? 2.4 / (k - 2) : 0;
  const first = k > 2 ? -1.2 : 0;
  let place = 0;
  while (place < k - 1 && propensity > first + place * between) place++;
  return place;
}
