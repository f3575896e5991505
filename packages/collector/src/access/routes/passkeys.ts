import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Handler } from 'hono';
import * as v from 'valibot';
import { nameSchema } from '../../model/account.ts';
import { bodyError, problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Access } from '../open-access.ts';
import { base64url, credential, orUndefined } from '../passkeys/passkey-format.ts';
import type { StaffEnv } from '../protect.ts';
import { isFresh } from './fresh.ts';

const MOST_PASSKEYS = 20;

/** COSE numbers of Ed25519, ECDSA on P-256 and RSA: what authenticators have, and what every Node knows. */
const ALGORITHMS = [-8, -7, -257];

/** What an authenticator answers to `navigator.credentials.create`. */
export const registrationSchema = v.strictObject({
  name: nameSchema,
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10))),
    }),
  }),
});

/** GET /account/passkeys: the own ones. */
export function getPasskeys({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const passkeys = await store.db
      .selectFrom('passkey')
      .select(['id', 'name', 'created_at'])
      .where('account_id', '=', c.var.signedIn.account.id)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return c.json({
      passkeys: passkeys.map(({ id, name, created_at }) => ({
        id,
        name,
        createdAt: new Date(created_at).toISOString(),
      })),
    });
  };
}

/** POST /account/passkeys/options: the question to an authenticator, for `navigator.credentials.create`. */
export function postPasskeyOptions({ store, origin, challenges, now }: Access): Handler<StaffEnv> {
  return async (c) => {
    const { account, session } = c.var.signedIn;
    if (origin.domain === undefined) return problem(c, 'passkeys-unavailable');
    if (!isFresh(session, now())) return problem(c, 'sign-in-again');
    const has = await store.db.selectFrom('passkey').select('id').where('account_id', '=', account.id).execute();
    const options = await generateRegistrationOptions({
      rpName: 'Peerscale',
      rpID: origin.domain,
      userID: new TextEncoder().encode(account.id),
      userName: account.email,
      userDisplayName: account.name,
      attestationType: 'none',
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: has,
      // a passkey is the only factor of a sign-in: it is found without a name, and asks for a finger or a PIN
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    challenges.put(session.digest, options.challenge);
    return c.json(options);
  };
}

/** POST /account/passkeys: keeps the passkey that answered the question of this session. */
export function postPasskey(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const { account, session } = c.var.signedIn;
    const challenge = access.challenges.take(session.digest);
    if (access.origin.domain === undefined) return problem(c, 'passkeys-unavailable');
    if (!isFresh(session, access.now())) return problem(c, 'sign-in-again');
    const body = await readValid(c, registrationSchema);
    if (body instanceof Response) return body;
    const { name, response } = body.value;
    const verified =
      challenge === undefined
        ? undefined
        : await orUndefined(
            verifyRegistrationResponse({
              response: response as RegistrationResponseJSON,
              expectedChallenge: challenge,
              expectedOrigin: access.origin.origin,
              expectedRPID: access.origin.domain,
              requireUserVerification: true,
              supportedAlgorithmIDs: ALGORITHMS,
            }),
          );
    const made = verified?.registrationInfo?.credential;
    const stored =
      made !== undefined &&
      (await access.store.write(async (trx) => {
        const has = await trx.selectFrom('passkey').select('id').where('account_id', '=', account.id).execute();
        if (has.length >= MOST_PASSKEYS) return false;
        const added = await trx
          .insertInto('passkey')
          .values({
            id: made.id,
            account_id: account.id,
            public_key: Buffer.from(made.publicKey).toString('base64url'),
            counter: made.counter,
            transports: JSON.stringify(response.response.transports ?? []),
            name,
            created_at: access.now(),
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) return false;
        await access.audit.append(trx, {
          action: 'passkey-added',
          subject: `account ${account.id}`,
          organisationId: account.organisationId,
          accountId: account.id,
        });
        return true;
      }));
    if (stored) return c.json({ id: made.id, name }, 201);
    const message = 'does not answer the question that is open';
    return problem(c, 'invalid-request', {
      errors: [bodyError({ code: 'passkey-not-accepted', path: ['response'], message })],
    });
  };
}

/** DELETE /account/passkeys/:passkey removes one of the own, unless it is the only way in. */
export function deletePasskey(access: Access): Handler<StaffEnv, '/account/passkeys/:passkey'> {
  return async (c) => {
    const { account, session } = c.var.signedIn;
    const id = c.req.param('passkey');
    if (!v.is(base64url, id)) return problem(c, 'not-found');
    if (!isFresh(session, access.now())) return problem(c, 'sign-in-again');
    const result = await access.store.write(async (trx) => {
      const has = await trx.selectFrom('passkey').select('id').where('account_id', '=', account.id).execute();
      if (!has.some((passkey) => passkey.id === id)) return 'not-found';
      const { password_hash } = await trx
        .selectFrom('account')
        .select('password_hash')
        .where('id', '=', account.id)
        .executeTakeFirstOrThrow();
      if (has.length === 1 && password_hash === null) return 'last-way-in';
      await trx.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', account.id).execute();
      await access.audit.append(trx, {
        action: 'passkey-removed',
        subject: `account ${account.id}`,
        organisationId: account.organisationId,
        accountId: account.id,
      });
      return 'removed';
    });
    return result === 'removed' ? c.body(null, 204) : problem(c, result);
  };
}
