import { renewSession } from '../session/session-store.ts';
import { request } from './request.ts';

/** Whether this browser has passkeys, and the JSON forms of their questions and answers. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.prototype.toJSON === 'function' &&
    // an authenticator is never asked for a host that is a number
    !/^[\d.]+$|^\[/.test(location.hostname)
  );
}

/** Signs in with a passkey of this device. @returns false where the person turned away */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>('POST', '/session/passkey/options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await orNothing(navigator.credentials.get({ publicKey }));
  if (credential === null) return false;
  const response = (credential as PublicKeyCredential).toJSON();
  await request('POST', '/session/passkey', { body: { response }, signedOutIsFine: true });
  await renewSession();
  return true;
}

/** Makes a passkey on this device and adds it to the account. @returns false where the person turned away */
export async function addPasskey(name: string): Promise<boolean> {
  const options = await request<PublicKeyCredentialCreationOptionsJSON>('POST', '/account/passkeys/options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await orNothing(navigator.credentials.create({ publicKey }));
  if (credential === null) return false;
  const response = (credential as PublicKeyCredential).toJSON();
  await request('POST', '/account/passkeys', { body: { name, response } });
  return true;
}

/** A person who closes the browser's own window about it has not made a mistake. */
async function orNothing(asked: Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null;
    throw error;
  }
}
