import { batterySchema, instrumentSchema, responseRecordSchema } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import * as v from 'valibot';
import { nameSchema } from './account.ts';
import { idSchema } from './text.ts';

/**
 * A group of respondents, without the id that its address bears: what it is asked is a plan, or what a battery asks such
 * respondents. A code part needs no `key`: the server has one of its own.
 */
export const groupContentSchema = v.pipe(
  v.strictObject({
    name: nameSchema,
    plan: v.optional(v.record(v.string(), v.unknown())),
    battery: v.optional(
      v.strictObject({
        id: batterySchema.entries.id,
        version: v.optional(responseRecordSchema.entries.version),
        respondents: instrumentSchema.entries.respondents.wrapped,
      }),
    ),
  }),
  v.check(({ plan, battery }) => (plan === undefined) !== (battery === undefined), 'needs a plan or a battery'),
);
export type GroupContent = v.InferOutput<typeof groupContentSchema>;

/** A group as staff read it: its plan as it is stored, without any key. */
export const groupSchema = v.strictObject({
  id: idSchema,
  name: nameSchema,
  plan: v.looseObject({ format: v.literal('peerscale/form-plan@1') }),
});
export type Group = { readonly id: string; readonly name: string; readonly plan: FormPlan };
