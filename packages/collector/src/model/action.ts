import * as v from 'valibot';
import { daySchema, textSchema } from './text.ts';

const waveId = v.pipe(v.string(), v.uuid('is not the id of a wave'));
const entries = {
  text: textSchema(2000),
  state: v.picklist(['agreed', 'begun', 'done', 'dropped']),
  /** the wave whose results show whether it helped */
  reviewWave: v.nullable(waveId),
};

/** What a team agreed to do after the results of a wave. */
export const newActionSchema = v.strictObject({
  wave: waveId,
  text: entries.text,
  state: v.optional(entries.state, 'agreed'),
  reviewWave: v.optional(entries.reviewWave, null),
});

export const actionChangesSchema = v.strictObject({
  text: v.exactOptional(entries.text),
  state: v.exactOptional(entries.state),
  reviewWave: v.exactOptional(entries.reviewWave),
});

export const actionSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  wave: waveId,
  ...entries,
  /** the day it was written down */
  createdOn: daySchema,
});
