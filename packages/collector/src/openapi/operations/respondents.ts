import { instrumentSchema, responseRecordSchema, textPackSchema } from '@peerscale/core';
import * as v from 'valibot';
import { groupSchema } from '../../model/group.ts';
import { studySchema } from '../../model/study.ts';
import { formRecordSchema, withdrawalSchema } from '../../model/submission.ts';
import { idSchema } from '../../model/text.ts';
import { waveSchema } from '../../model/wave.ts';
import { rightsQuerySchema } from '../../routes/invitations/get-rights.ts';
import type { Operation } from '../operation.ts';

const { id, title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated } =
  studySchema.entries;
const told = {
  study: v.object({ id, title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated }),
  wave: v.object({ name: waveSchema.entries.name, closesOn: waveSchema.entries.closesOn }),
};
const named = v.object({ id: idSchema, name: v.string() });
const cell = v.object({ team: v.optional(idSchema), group: v.optional(idSchema) });
const texts = v.object({ en: v.string(), cs: v.string() });
const receipt = v.string();

export const respondents = {
  'GET /invitations/:secret': {
    tag: 'answers',
    summary: 'What a link invites to, and what the person is to choose',
    answers: {
      200: v.object({
        kind: v.picklist(['open', 'group', 'token']),
        /** who asks */
        organisation: v.nullable(v.string()),
        ...told,
        team: v.nullable(idSchema),
        group: v.nullable(idSchema),
        choices: v.object({
          teams: v.array(named),
          groups: v.array(named),
          cells: v.array(v.object({ team: idSchema, group: idSchema })),
        }),
      }),
    },
    problems: ['link-not-valid', 'wave-closed', 'wave-not-open', 'study-not-ready', 'too-many-requests'],
  },
  'GET /invitations/:secret/form': {
    tag: 'answers',
    summary: 'The bundle of <peerscale-survey>: plan, instruments, wording in every language of the study',
    query: cell,
    answers: {
      200: v.object({
        plan: groupSchema.entries.plan,
        instruments: v.array(instrumentSchema),
        textPacks: v.array(textPackSchema),
        ...told,
        team: named,
        group: named,
      }),
    },
    problems: [
      'link-not-valid',
      'wave-closed',
      'wave-not-open',
      'study-not-ready',
      'too-many-requests',
      'study-unavailable',
    ],
  },
  'POST /invitations/:secret/responses': {
    tag: 'answers',
    summary: 'Takes the answers of one person once, and burns a single-use link',
    query: cell,
    body: v.union([formRecordSchema, responseRecordSchema]),
    answers: {
      200: v.object({ stored: v.literal(true), repeated: v.literal(true), receipt }),
      201: v.object({ stored: v.literal(true), receipt }),
    },
    problems: [
      'link-not-valid',
      'wave-closed',
      'wave-not-open',
      'study-not-ready',
      'idempotency-conflict',
      'too-many-requests',
      'study-unavailable',
    ],
  },
  'POST /withdrawals': {
    tag: 'answers',
    summary: 'Deletes the answers of a receipt, and does not say whether there were any',
    body: withdrawalSchema,
    answers: { 204: 'nothing' },
    problems: ['invalid-receipt', 'too-many-requests'],
  },
  'GET /rights': {
    tag: 'answers',
    summary: 'What is stored about whom, in English and Czech',
    query: rightsQuerySchema,
    answers: {
      200: v.object({
        study: v.optional(told.study),
        promises: v.array(texts),
        data: v.array(v.object({ id: v.string(), about: texts, stored: texts, purpose: texts, kept: texts })),
        never: v.array(texts),
        withdrawal: texts,
        retention: texts,
      }),
    },
    problems: ['study-not-found'],
  },
} as const satisfies Record<string, Operation>;
