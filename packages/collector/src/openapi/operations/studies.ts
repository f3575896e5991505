import * as v from 'valibot';
import { teamIdSchema } from '../../model/account.ts';
import { actionChangesSchema, actionSchema, newActionSchema } from '../../model/action.ts';
import { groupContentSchema, groupSchema } from '../../model/group.ts';
import {
  lettersSchema,
  lettersSentSchema,
  linkSchema,
  newLinkSchema,
  newTokensSchema,
} from '../../model/invitation.ts';
import { newStudySchema, studyChangesSchema, studySchema } from '../../model/study.ts';
import { teamContentSchema, teamListSchema, teamSchema } from '../../model/team.ts';
import { idSchema } from '../../model/text.ts';
import { cellSchema, newWaveSchema, waveChangesSchema, waveSchema } from '../../model/wave.ts';
import { pageQuerySchema } from '../../request/read-query.ts';
import type { Operation } from '../operation.ts';

const next = v.nullable(v.string());
const study = v.object({ study: studySchema });
const wave = v.object({ wave: waveSchema });
const action = v.object({ action: actionSchema });
const list = { query: pageQuerySchema } as const;

export const studies = {
  'GET /organisation/studies': {
    tag: 'studies',
    summary: 'The studies of the organisation',
    ...list,
    answers: { 200: v.object({ studies: v.array(studySchema), next }), 304: 'nothing' },
  },
  'POST /studies': {
    tag: 'studies',
    summary: 'Makes a study, a draft',
    idempotent: true,
    body: newStudySchema,
    answers: { 201: study },
  },
  'GET /studies/:study': { tag: 'studies', summary: 'A study', answers: { 200: study, 304: 'nothing' } },
  'PATCH /studies/:study': {
    tag: 'studies',
    summary: 'Changes a study; what people were told, only to their advantage',
    body: studyChangesSchema,
    answers: { 200: study },
  },
  'POST /studies/:study/open': {
    tag: 'studies',
    summary: 'Opens a study, so that waves can start',
    answers: { 200: study },
    problems: ['study-not-ready'],
  },
  'POST /studies/:study/close': {
    tag: 'studies',
    summary: 'Closes a study and its open waves',
    answers: { 200: study },
    problems: ['study-state'],
  },
  'DELETE /studies/:study': {
    tag: 'studies',
    summary: 'Erases a study with all answers',
    answers: { 204: 'nothing' },
  },

  'GET /studies/:study/teams': {
    tag: 'studies',
    summary: 'The teams; for a lead the own one',
    ...list,
    answers: { 200: v.object({ teams: v.array(teamSchema), next }), 304: 'nothing' },
  },
  'POST /studies/:study/teams': {
    tag: 'studies',
    summary: 'Adds or changes teams, all or none; CSV has the columns id, name, parent, setting',
    body: teamListSchema,
    takesCsv: true,
    answers: { 200: v.object({ written: v.number() }) },
  },
  'PUT /studies/:study/teams/:team': {
    tag: 'studies',
    summary: 'Adds or changes a team',
    body: teamContentSchema,
    answers: { 200: v.object({ team: teamSchema }) },
  },
  'DELETE /studies/:study/teams/:team': {
    tag: 'studies',
    summary: 'Removes a team; waves that have started keep it',
    answers: { 204: 'nothing' },
    problems: ['in-use'],
  },
  'GET /studies/:study/groups': {
    tag: 'studies',
    summary: 'The groups of respondents, with what they are asked',
    answers: { 200: v.object({ groups: v.array(groupSchema) }), 304: 'nothing' },
  },
  'PUT /studies/:study/groups/:group': {
    tag: 'studies',
    summary: 'Adds or changes a group: by a plan, or by what a battery asks such respondents',
    body: groupContentSchema,
    answers: { 200: v.object({ group: groupSchema }) },
  },
  'DELETE /studies/:study/groups/:group': {
    tag: 'studies',
    summary: 'Removes a group; waves that have started keep it',
    answers: { 204: 'nothing' },
    problems: ['in-use'],
  },

  'GET /studies/:study/waves': {
    tag: 'waves',
    summary: 'The waves by number',
    ...list,
    answers: { 200: v.object({ waves: v.array(waveSchema), next }), 304: 'nothing' },
  },
  'POST /studies/:study/waves': {
    tag: 'waves',
    summary: 'Plans the next wave',
    body: newWaveSchema,
    answers: { 201: wave },
  },
  'GET /studies/:study/waves/:wave': {
    tag: 'waves',
    summary: 'A wave, and who is asked where that is fixed',
    query: v.object({ ...pageQuerySchema.entries, after: v.optional(v.string(), '') }),
    answers: { 200: v.object({ wave: waveSchema, cells: v.array(cellSchema), next }), 304: 'nothing' },
  },
  'PATCH /studies/:study/waves/:wave': {
    tag: 'waves',
    summary: 'Changes a wave; once it has started its name, last day and reminders',
    body: waveChangesSchema,
    answers: { 200: wave },
    problems: ['wave-state'],
  },
  'DELETE /studies/:study/waves/:wave': {
    tag: 'waves',
    summary: 'Takes a planned wave back',
    answers: { 204: 'nothing' },
    problems: ['wave-state'],
  },
  'GET /studies/:study/waves/:wave/calendar': {
    tag: 'waves',
    summary: 'The wave and its reminders as a calendar file',
    query: v.object({ locale: v.optional(v.string(), '') }),
    answers: { 200: 'calendar' },
  },
  'POST /studies/:study/waves/:wave/start': {
    tag: 'waves',
    summary: 'Starts a wave: teams, groups and plans are frozen',
    answers: { 200: wave },
    problems: ['wave-state'],
  },
  'POST /studies/:study/waves/:wave/close': {
    tag: 'waves',
    summary: 'Closes a wave',
    answers: { 200: wave },
    problems: ['wave-state'],
  },

  'GET /studies/:study/waves/:wave/links': {
    tag: 'invitations',
    summary: 'The links for many people, without what opens them',
    ...list,
    answers: { 200: v.object({ links: v.array(linkSchema), next }), 304: 'nothing' },
  },
  'POST /studies/:study/waves/:wave/links': {
    tag: 'invitations',
    summary: 'Makes a link for many people; address and QR code are shown this once',
    idempotent: true,
    body: newLinkSchema,
    answers: { 201: v.object({ link: linkSchema, url: v.string(), qr: v.string() }) },
    problems: ['wave-state'],
  },
  'DELETE /studies/:study/waves/:wave/links/:link': {
    tag: 'invitations',
    summary: 'Ends a link',
    answers: { 204: 'nothing' },
  },
  'POST /studies/:study/waves/:wave/tokens': {
    tag: 'invitations',
    summary: 'Makes single-use links; they are shown this once',
    idempotent: true,
    body: newTokensSchema,
    answers: {
      201: [
        v.object({
          tokens: v.array(v.object({ team: teamIdSchema, name: v.string(), group: idSchema, url: v.string() })),
        }),
        'csv',
      ],
    },
    problems: ['wave-state'],
  },
  'DELETE /studies/:study/waves/:wave/tokens': {
    tag: 'invitations',
    summary: 'Ends every single-use link that is not used yet',
    answers: { 204: 'nothing' },
  },
  'POST /studies/:study/waves/:wave/letters': {
    tag: 'invitations',
    summary:
      'Sends single-use links to addresses, which are not stored; asked again with its key, goes on where it was cut short',
    idempotent: true,
    body: lettersSchema,
    answers: { 200: lettersSentSchema },
    problems: ['wave-state'],
  },

  'GET /studies/:study/teams/:team/actions': {
    tag: 'actions',
    summary: 'What a team agreed to do',
    ...list,
    answers: { 200: v.object({ actions: v.array(actionSchema), next }), 304: 'nothing' },
  },
  'POST /studies/:study/teams/:team/actions': {
    tag: 'actions',
    summary: 'Writes down what a team agreed to do',
    body: newActionSchema,
    answers: { 201: action },
  },
  'PATCH /studies/:study/teams/:team/actions/:action': {
    tag: 'actions',
    summary: 'Changes an entry',
    body: actionChangesSchema,
    answers: { 200: action },
  },
  'DELETE /studies/:study/teams/:team/actions/:action': {
    tag: 'actions',
    summary: 'Removes an entry',
    answers: { 204: 'nothing' },
  },
} as const satisfies Record<string, Operation>;
