import type { CodeHashes } from '../record/form-answers.ts';
import { hexOf } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';
import { normalizeCodeEntry } from './normalize-code-entry.ts';
import type { SelfGeneratedCode } from './self-generated-code.ts';

const MINIMUM_KEY_LENGTH = 16;

/**
 * The hashes of a self-generated code, one an element, so that waves can be linked although one element was answered
 * differently: HMAC-SHA-256 under the key of the study over the id of the element, a line feed and the normalised entry,
 * in hexadecimal. What was typed leaves neither this function nor the device.
 *
 * An element has few possible answers: whoever has the key and the hashes can find the answers by trying them all. The
 * page holds the key, so hashing hides the answers from those who only see data; it does not make a code out of a name.
 *
 * @param entries what was typed by element id
 * @param key the study's key, at least 16 characters, the same in every wave
 * @returns null where the page has no Web Crypto (no https): then nothing of the code may be sent
 * @throws RangeError for a key that is too short, or an entry that `normalizeCodeEntry` finds nothing in; the message
 *   names the element and never repeats the entry
 * @see RFC 2104 (HMAC); Yurek, Vasey & Havens (2008), doi:10.1177/0193841X08316676 (self-generated codes)
 */
export async function hashSelfGeneratedCode(
  code: SelfGeneratedCode,
  entries: Readonly<Record<string, string>>,
  key: string,
): Promise<CodeHashes | null> {
  if (key.length < MINIMUM_KEY_LENGTH) {
    throw new RangeError(`Unexpected key: it has ${key.length} characters, not ${MINIMUM_KEY_LENGTH} or more.`);
  }
  const normalized = code.elements.map((element) => {
    const entry = Object.hasOwn(entries, element.id) ? entries[element.id]! : '';
    const text = normalizeCodeEntry(element, entry);
    if (text === null) throw new RangeError(`Unexpected entry for the code element ${element.id}.`);
    return [element.id, text] as const;
  });
  if (globalThis.crypto?.subtle === undefined) return null;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const hmacKey = await crypto.subtle.importKey('raw', utf8(key), algorithm, false, ['sign']);
  const hashes = normalized.map(async ([id, text]) => {
    const signature = await crypto.subtle.sign('HMAC', hmacKey, utf8(`${id}\n${text}`));
    return [id, hexOf(new Uint8Array(signature))] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
