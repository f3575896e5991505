import { instrumentSchema, responseRecordSchema, textPackSchema } from '@peerscale/core';
import * as v from 'valibot';
import { idSchema, lineInLanguagesSchema } from '../../model/text.ts';
import type { Operation } from '../operation.ts';

const openStudy = {
  id: idSchema,
  title: lineInLanguagesSchema,
  minimumGroupSize: v.number(),
  simulated: v.boolean(),
};

export const openStudies = {
  'GET /studies': {
    tag: 'open studies',
    summary: 'Open studies of one instrument',
    answers: {
      200: v.object({
        studies: v.array(
          v.object({
            ...openStudy,
            locales: v.array(v.string()),
            instrument: v.object({ id: v.string(), version: v.string() }),
          }),
        ),
      }),
    },
  },
  'GET /studies/:study/form': {
    tag: 'open studies',
    summary: 'The form of an open study',
    query: v.object({ locale: v.optional(v.string()) }),
    answers: {
      200: v.object({
        study: v.object(openStudy),
        instrument: instrumentSchema,
        textPack: textPackSchema,
        locales: v.array(v.string()),
      }),
    },
    problems: ['study-not-found', 'study-unavailable'],
  },
  'POST /studies/:study/responses': {
    tag: 'open studies',
    summary: 'Keeps a response record, once per idempotency key',
    body: responseRecordSchema,
    answers: {
      200: v.object({ stored: v.literal(true), repeated: v.literal(true) }),
      201: v.object({ stored: v.literal(true) }),
    },
    problems: ['study-not-found', 'idempotency-conflict', 'study-unavailable'],
  },
  'GET /studies/:study/report': {
    tag: 'open studies',
    summary: 'The report of an open study, after disclosure control, made anew in steps of so many answers',
    answers: { 200: v.looseObject({ release: v.object({ released: v.number(), next: v.number() }) }), 304: 'nothing' },
    problems: ['study-not-found', 'study-unavailable'],
  },
  'GET /openapi.json': {
    tag: 'server',
    summary: 'This document',
    answers: { 200: v.looseObject({ openapi: v.string() }) },
  },
} as const satisfies Record<string, Operation>;
