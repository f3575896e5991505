import * as v from 'valibot';
import { LINKED_LEFT_OUT } from '../../results/results-types.ts';
import {
  driversQuerySchema,
  itemsQuerySchema,
  resultsQuerySchema,
  twoWavesQuerySchema,
  waveQuerySchema,
} from '../../results/view/results-query.ts';
import type { Operation } from '../operation.ts';

/** Plain data with a name and a version of its form; its fields are in the types of the package. */
const document = (schema: string) => v.looseObject({ schema: v.literal(schema) });
const answers = (schema: string) => ({ 200: document(schema), 304: 'nothing' }) as const;

export const results = {
  'GET /studies/:study/results': {
    tag: 'results',
    summary: 'Who answered, and the figures of a closed wave for everybody, a group, a setting or a team',
    query: resultsQuerySchema,
    answers: answers('peerscale/study-results@1'),
    problems: ['forbidden'],
  },
  'GET /studies/:study/results/items': {
    tag: 'results',
    summary: 'The items of an instrument in a closed wave, of everybody or a group',
    query: itemsQuerySchema,
    answers: answers('peerscale/item-results@1'),
  },
  'GET /studies/:study/results/quality': {
    tag: 'results',
    summary: 'How people answered in a closed wave: alike all through, too fast, with much left out',
    query: waveQuerySchema,
    answers: answers('peerscale/quality-results@1'),
  },
  'GET /studies/:study/results/change': {
    tag: 'results',
    summary: 'Change of everybody between two closed waves; from a wave to the next one, the same people apart',
    query: twoWavesQuerySchema,
    answers: {
      200: v.looseObject({
        schema: v.literal('peerscale/change@1'),
        linkedLeftOut: v.pipe(
          v.nullable(v.picklist(LINKED_LEFT_OUT)),
          v.description(
            'Why no scale has figures of the same people: no-codes, the study links nobody; waves-apart, they are told from a wave to the next one alone; null, each scale has them or says why not',
          ),
        ),
      }),
      304: 'nothing',
    },
    problems: ['wave-state', 'busy'],
  },
  'GET /studies/:study/results/drivers': {
    tag: 'results',
    summary: 'What goes with an outcome in a closed wave, of everybody or a group',
    query: driversQuerySchema,
    answers: answers('peerscale/drivers@1'),
    problems: ['wave-state', 'busy'],
  },
  'GET /studies/:study/results/linkage': {
    tag: 'results',
    summary: 'How well the people of a closed wave were found again in the next one',
    query: twoWavesQuerySchema,
    answers: answers('peerscale/linkage@1'),
    problems: ['study-state', 'wave-state', 'waves-apart', 'busy'],
  },
  'GET /studies/:study/teams/:team/report': {
    tag: 'results',
    summary: 'What a team talks about in its meeting: its figures of a closed wave beside those of everybody',
    query: waveQuerySchema,
    answers: answers('peerscale/team-report@1'),
    problems: ['wave-state'],
  },
} as const satisfies Record<string, Operation>;
