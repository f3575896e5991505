import * as v from 'valibot';
import { assertionSchema } from '../../access/routes/passkey-session.ts';
import { registrationSchema } from '../../access/routes/passkeys.ts';
import {
  linkBodySchema,
  passwordByLinkSchema,
  passwordChangeSchema,
  resetRequestSchema,
} from '../../access/routes/password.ts';
import { credentialsSchema } from '../../access/routes/session.ts';
import { setUpSchema } from '../../access/routes/set-up.ts';
import { accountChangesSchema, newAccountSchema, ownChangesSchema, roles } from '../../model/account.ts';
import type { Operation } from '../operation.ts';

const text = v.string();
const account = { id: text, email: text, name: text, role: v.picklist(roles), team: v.nullable(text), locale: text };
const signedIn = v.object({ csrf: text });
const next = v.nullable(text);
const head = v.object({ sequence: v.number(), hash: text });

export const access = {
  'GET /set-up': {
    tag: 'accounts',
    summary: 'Whether the server waits for its first owner',
    answers: { 200: v.object({ needed: v.boolean() }) },
  },
  'POST /set-up': {
    tag: 'accounts',
    summary: 'Makes the organisation and its first owner, by the link that the server printed',
    body: setUpSchema,
    answers: { 201: signedIn },
    problems: ['set-up-done', 'link-not-valid', 'email-taken', 'busy'],
  },
  'POST /session': {
    tag: 'accounts',
    summary: 'Signs in with a password',
    body: credentialsSchema,
    answers: { 201: signedIn },
    problems: ['sign-in-failed', 'busy'],
  },
  'POST /session/passkey/options': {
    tag: 'accounts',
    summary: 'The question to an authenticator, for navigator.credentials.get',
    answers: { 200: v.looseObject({ challenge: text }) },
    problems: ['passkeys-unavailable'],
  },
  'POST /session/passkey': {
    tag: 'accounts',
    summary: 'Signs in with a passkey',
    body: assertionSchema,
    answers: { 201: signedIn },
    problems: ['sign-in-failed', 'passkeys-unavailable'],
  },
  'GET /session': {
    tag: 'accounts',
    summary: 'Who is signed in, and the token for the header X-CSRF-Token',
    answers: {
      200: v.object({ account: v.looseObject({ id: text }), guest: v.boolean(), csrf: text, expiresAt: text }),
    },
  },
  'DELETE /session': { tag: 'accounts', summary: 'Signs out', answers: { 204: 'nothing' } },
  'DELETE /sessions': { tag: 'accounts', summary: 'Signs out everywhere', answers: { 204: 'nothing' } },
  'POST /account/link': {
    tag: 'accounts',
    summary: 'What a one-time link is for',
    body: linkBodySchema,
    answers: { 200: v.object({ purpose: text, email: text, name: text, organisation: text, locale: text }) },
    problems: ['link-not-valid'],
  },
  'POST /account/password': {
    tag: 'accounts',
    summary: 'Sets a password by a one-time link',
    body: passwordByLinkSchema,
    answers: { 204: 'nothing' },
    problems: ['link-not-valid', 'busy'],
  },
  'POST /account/password-reset': {
    tag: 'accounts',
    summary: 'Asks for a letter with a link; does not say whether there is such an account',
    body: resetRequestSchema,
    answers: { 202: v.object({ asked: v.literal(true) }) },
  },
  'GET /account': {
    tag: 'accounts',
    summary: 'The own account',
    answers: { 200: v.looseObject({ id: text, organisation: text, hasPassword: v.boolean(), passkeys: v.number() }) },
  },
  'PATCH /account': {
    tag: 'accounts',
    summary: 'Changes the own name or language',
    body: ownChangesSchema,
    answers: { 204: 'nothing' },
  },
  'PUT /account/password': {
    tag: 'accounts',
    summary: 'Changes the own password',
    body: passwordChangeSchema,
    answers: { 200: signedIn },
    problems: ['sign-in-again', 'busy'],
  },
  'GET /account/passkeys': {
    tag: 'accounts',
    summary: 'The own passkeys',
    answers: { 200: v.object({ passkeys: v.array(v.object({ id: text, name: text, createdAt: text })) }) },
  },
  'POST /account/passkeys/options': {
    tag: 'accounts',
    summary: 'The question to an authenticator, for navigator.credentials.create',
    answers: { 200: v.looseObject({ challenge: text }) },
    problems: ['sign-in-again', 'passkeys-unavailable'],
  },
  'POST /account/passkeys': {
    tag: 'accounts',
    summary: 'Adds a passkey',
    body: registrationSchema,
    answers: { 201: v.object({ id: text, name: text }) },
    problems: ['sign-in-again', 'passkeys-unavailable'],
  },
  'DELETE /account/passkeys/:passkey': {
    tag: 'accounts',
    summary: 'Removes a passkey',
    answers: { 204: 'nothing' },
    problems: ['sign-in-again', 'last-way-in'],
  },
  'GET /accounts': {
    tag: 'accounts',
    summary: 'The accounts of the organisation',
    query: v.object({ after: v.optional(text) }),
    answers: {
      200: v.object({
        accounts: v.array(v.object({ ...account, disabled: v.boolean(), joined: v.boolean() })),
        next,
      }),
    },
  },
  'POST /accounts': {
    tag: 'accounts',
    summary: 'Invites somebody',
    body: newAccountSchema,
    answers: { 201: v.object({ account: v.object(account), link: text }) },
    problems: ['email-taken'],
  },
  'PATCH /accounts/:account': {
    tag: 'accounts',
    summary: 'Changes role or team, or disables',
    body: accountChangesSchema,
    answers: { 204: 'nothing' },
    problems: ['last-owner'],
  },
  'POST /accounts/:account/reset': {
    tag: 'accounts',
    summary: 'Makes a link to set a password by',
    answers: { 201: v.object({ link: text }) },
  },
  'GET /audit': {
    tag: 'audit',
    summary: 'What was done, the latest first',
    query: v.object({ before: v.optional(text) }),
    answers: {
      200: v.object({
        entries: v.array(
          v.object({
            sequence: v.number(),
            at: text,
            account: v.nullable(text),
            action: text,
            subject: text,
            detail: v.record(text, v.unknown()),
            hash: text,
          }),
        ),
        next: v.nullable(v.number()),
      }),
    },
  },
  'GET /audit/verification': {
    tag: 'audit',
    summary: 'Whether the log is whole, up to a head that was noted down and beyond it',
    query: v.object({ sequence: v.optional(text), hash: v.optional(text) }),
    answers: {
      200: v.union([
        v.object({ intact: v.literal(true), head }),
        v.object({
          intact: v.literal(false),
          entry: v.number(),
          reason: v.picklist(['altered', 'broken', 'cut-off']),
        }),
      ]),
    },
  },
} as const satisfies Record<string, Operation>;
