import * as v from 'valibot';
import { nameSchema, teamIdSchema } from '../../model/account.ts';
import { idSchema } from '../../model/text.ts';

const waveNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'is not the number of a wave'), v.transform(Number));
const instrument = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,63}(?:@\d+\.\d+\.\d+)?$/, 'is not the id of an instrument'),
);

export const resultsQuerySchema = v.object({
  wave: v.optional(waveNumber),
  team: v.optional(teamIdSchema),
  group: v.optional(idSchema),
  setting: v.optional(nameSchema),
});
export type ResultsQuery = v.InferOutput<typeof resultsQuerySchema>;

export const itemsQuerySchema = v.object({ instrument, wave: v.optional(waveNumber), group: v.optional(idSchema) });
export const waveQuerySchema = v.object({ wave: v.optional(waveNumber) });
export const twoWavesQuerySchema = v.object({ from: waveNumber, to: waveNumber });
export const driversQuerySchema = v.object({
  outcome: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63}$/, 'is not an instrument and one of its scales'),
  ),
  wave: v.optional(waveNumber),
  group: v.optional(idSchema),
});
