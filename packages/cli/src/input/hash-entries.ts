import { type CodeElement, hashSelfGeneratedCode, normalizeCodeEntry } from '@peerscale/form';

/** A column of a code as hashes. */
export interface HashedEntries {
  /** null where nothing was answered */
  readonly hashes: readonly (string | null)[];
  /** answers in which there is nothing of the kind asked for; they are null too */
  readonly unreadable: number;
}

/** HMAC-SHA-256 in hexadecimal. Nobody types that as the answer to a question. */
const HASH = /^[\da-f]{64}$/;

/**
 * Hashes what people wrote for one element of their code just as a form does on their own device, so that a wave on paper
 * links with one from the web. Cells that are hashes already stay as they are.
 *
 * @param element its id is the name of the column: it is hashed along with the answer
 * @param key the key of the study
 */
export async function hashEntries(
  element: Pick<CodeElement, 'id' | 'kind' | 'length'>,
  cells: readonly string[],
  key: string,
): Promise<HashedEntries> {
  const asked: CodeElement = { ...element, question: {} };
  const known = new Map<string, string | null>();
  for (const cell of new Set(cells)) known.set(cell, await hashOf(asked, cell, key));
  return {
    hashes: cells.map((cell) => known.get(cell)!),
    unreadable: cells.filter((cell) => cell !== '' && known.get(cell) === null).length,
  };
}

async function hashOf(element: CodeElement, cell: string, key: string): Promise<string | null> {
  if (HASH.test(cell)) return cell;
  if (normalizeCodeEntry(element, cell) === null) return null;
  const hashes = await hashSelfGeneratedCode({ elements: [element] }, { [element.id]: cell }, key);
  if (hashes === null) throw new Error('This Node.js has no Web Crypto.');
  return hashes[element.id]!;
}
