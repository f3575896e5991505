import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { Handler } from 'hono';
import * as v from 'valibot';
import { problem } from '../../problem.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Access } from '../open-access.ts';
import { base64url, credential, orUndefined } from '../passkeys/passkey-format.ts';
import type { StaffEnv } from '../protect.ts';
import { digestOf, newSecret } from '../secret.ts';
import { completeSignIn, signInFailed } from './complete-sign-in.ts';

/** What an authenticator answers to `navigator.credentials.get`. */
export const assertionSchema = v.strictObject({
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: v.optional(v.nullable(base64url)),
    }),
  }),
});

/** POST /session/passkey/options: the question to any passkey of this server, for `navigator.credentials.get`. */
export function postSignInOptions({ origin, challenges, cookies }: Access): Handler<StaffEnv> {
  return async (c) => {
    if (origin.domain === undefined) return problem(c, 'passkeys-unavailable');
    const options = await generateAuthenticationOptions({ rpID: origin.domain, userVerification: 'required' });
    const secret = newSecret();
    challenges.put(digestOf(secret)!, options.challenge);
    cookies.write(c, 'peerscale-passkey', secret);
    return c.json(options);
  };
}

/** POST /session/passkey signs in with a passkey that answers the question put to this browser. */
export function postPasskeySession(access: Access): Handler<StaffEnv> {
  return async (c) => {
    const { store, origin, challenges, cookies } = access;
    const challenge = challenges.take(digestOf(cookies.read(c, 'peerscale-passkey')) ?? '');
    cookies.clear(c, 'peerscale-passkey');
    if (origin.domain === undefined) return problem(c, 'passkeys-unavailable');
    const body = await readValid(c, assertionSchema);
    if (body instanceof Response) return body;
    const { response } = body.value;
    const passkey = await store.db
      .selectFrom('passkey')
      .innerJoin('account', 'account.id', 'account_id')
      .select(['passkey.id', 'account_id', 'organisation_id', 'public_key', 'counter', 'transports'])
      .where('passkey.id', '=', response.id)
      .executeTakeFirst();
    const handle = response.response.userHandle;
    const isOfAccount = handle == null || Buffer.from(handle, 'base64url').toString() === passkey?.account_id;
    const verified =
      challenge === undefined || passkey === undefined || !isOfAccount
        ? undefined
        : await orUndefined(
            verifyAuthenticationResponse({
              response: response as AuthenticationResponseJSON,
              expectedChallenge: challenge,
              expectedOrigin: origin.origin,
              expectedRPID: origin.domain,
              requireUserVerification: true,
              credential: {
                id: passkey.id,
                publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
                // throws for a counter that has not grown: then there are two of the authenticator
                counter: passkey.counter,
                transports: JSON.parse(passkey.transports) as string[],
              },
            }),
          );
    const result =
      verified?.verified !== true || passkey === undefined
        ? undefined
        : await completeSignIn(access, c, 'passkey', async (trx) => {
            // of two answers with one counter only the first finds it as it was
            const counted = await trx
              .updateTable('passkey')
              .set({ counter: verified.authenticationInfo.newCounter })
              .where('id', '=', passkey.id)
              .where('counter', '=', passkey.counter)
              .returning('account_id')
              .executeTakeFirst();
            if (counted === undefined) return undefined;
            return trx
              .selectFrom('account')
              .select(['id', 'organisation_id'])
              .where('id', '=', counted.account_id)
              .where('disabled', '=', 0)
              .executeTakeFirst();
          });
    if (result !== undefined) return c.json(result, 201);
    access.later(() =>
      access.audit.refused({
        action: 'sign-in-failed',
        subject: 'session',
        organisationId: passkey?.organisation_id ?? null,
        accountId: passkey?.account_id ?? null,
        detail: { reason: 'passkey' },
      }),
    );
    return signInFailed(c);
  };
}
