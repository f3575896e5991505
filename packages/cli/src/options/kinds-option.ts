import { type CodeElement, defaultSelfGeneratedCode } from '@peerscale/form';
import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

/** What kind of answer an element asks for. */
export type ElementKind = Pick<CodeElement, 'kind' | 'length'>;

const KIND = /^(letter|day|count|(letters|digits)(?::([1-9]\d?))?)$/;
const KINDS = 'letter, letters:3, day, count or digits:2';

/**
 * Reads `--kinds COLUMN=KIND,...`: what was asked for in each column of a code. Columns named as the elements of the default
 * code of a form are known.
 *
 * @param elements columns of the code; the kinds come back in their order
 * @throws CommandFailure for a kind that there is not, a column that is no element or named twice, an element without a kind
 */
export function kindsOption(parts: readonly string[] | undefined, elements: readonly string[]): readonly ElementKind[] {
  const kinds = new Map<string, ElementKind>();
  for (const part of parts ?? []) {
    const at = part.lastIndexOf('=');
    const column = part.slice(0, Math.max(0, at)).trim();
    const found = KIND.exec(part.slice(at + 1).trim());
    if (at < 1 || found === null) throw badInput(`--kinds: ${quoted(part)} is not COLUMN=KIND, KIND ${KINDS}`);
    if (!elements.includes(column)) throw badInput(`--kinds: ${quoted(column)} is not a column of --code`);
    if (kinds.has(column)) throw badInput(`--kinds: the column ${quoted(column)} is named twice`);
    const kind = (found[2] ?? found[1]) as CodeElement['kind'];
    kinds.set(column, found[3] === undefined ? { kind } : { kind, length: Number(found[3]) });
  }
  return elements.map((column) => {
    const known = kinds.get(column) ?? defaultSelfGeneratedCode.elements.find(({ id }) => id === column);
    if (known !== undefined)
      return known.length === undefined ? { kind: known.kind } : { kind: known.kind, length: known.length };
    throw badInput(
      `--key: say what was asked for in ${quoted(column)}, so that it is hashed as in the form: --kinds ${column}=KIND, KIND ${KINDS}`,
    );
  });
}
