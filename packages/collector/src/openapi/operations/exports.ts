import * as v from 'valibot';
import { exportableSchema } from '../../exports/exportable-instruments.ts';
import { exportSchema } from '../../exports/json-file.ts';
import { commentsQuerySchema } from '../../routes/studies/comments.ts';
import { exportQuerySchema } from '../../routes/studies/exports.ts';
import type { Operation } from '../operation.ts';

const shownTexts = v.variant('status', [
  v.object({ status: v.literal('shown'), value: v.array(v.string()) }),
  v.object({
    status: v.literal('suppressed'),
    reason: v.nullable(v.object({ code: v.literal('too-small'), minimum: v.number() })),
  }),
  v.object({ status: v.literal('no-data') }),
]);

export const exports = {
  'GET /studies/:study/exports': {
    tag: 'exports',
    summary: 'The instruments that can be exported, with the closed waves in which they were asked',
    answers: { 200: v.object({ instruments: v.array(exportableSchema) }), 304: 'nothing' },
  },
  'GET /studies/:study/exports/:format': {
    tag: 'exports',
    summary: 'The answers to one instrument in closed waves for other programs: csv, codebook, sps, sav, r or json',
    query: exportQuerySchema,
    answers: { 200: [exportSchema, 'csv', 'text', 'spss'] },
    problems: ['wave-state', 'nothing-to-export', 'study-unavailable', 'busy'],
  },
  'GET /studies/:study/results/comments': {
    tag: 'exports',
    summary: 'What people have written in a closed wave: all teams together, shuffled, or held back',
    query: commentsQuerySchema,
    answers: {
      200: v.object({
        schema: v.literal('peerscale/comment-results@1'),
        parts: v.array(
          v.object({
            id: v.string(),
            question: v.record(v.string(), v.string()),
            comments: shownTexts,
            minimum: v.number(),
          }),
        ),
      }),
      304: 'nothing',
    },
    problems: ['wave-state'],
  },
} as const satisfies Record<string, Operation>;
