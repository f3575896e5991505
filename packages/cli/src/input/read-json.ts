import { type AnyNode, parse, traverse } from '@humanwhocodes/momoa';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { fileLabel, quoted, safeText } from '../print/safe-text.ts';
import { checkedText } from './checked-text.ts';
import { readSource } from './read-source.ts';

/** What is wrong with the text of a JSON file, before anybody looks at what it says. */
export interface JsonProblem {
  readonly code: 'malformed-json' | 'duplicate-key';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type JsonText =
  | { readonly success: true; readonly value: unknown }
  | { readonly success: false; readonly problems: readonly JsonProblem[] };

const LARGEST = 16 << 20;

/** Keys that one object has twice: JSON.parse would keep the last and say nothing. */
function duplicateKeys(text: string): JsonProblem[] {
  const problems: JsonProblem[] = [];
  try {
    traverse(parse(text), {
      enter(entered) {
        const node = entered as AnyNode;
        if (node.type !== 'Object') return;
        const seen = new Set<string>();
        for (const { name } of node.members) {
          const key = name.type === 'String' ? name.value : name.name;
          const { line, column } = name.loc.start;
          if (!seen.has(key)) seen.add(key);
          else problems.push({ code: 'duplicate-key', line, column, message: `the key ${quoted(key)} is there twice` });
        }
      },
    });
  } catch {
    // the text is JSON all the same: this parser calls itself for every level, and no definition is thousands deep
    return [];
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

function endOf(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** The engine says what is wrong, and mostly where; for a stray token it does not, and the second parser does. */
function malformed(text: string, message: string): JsonProblem {
  const code = 'malformed-json';
  const placed = /^(.*?)(?: in JSON)? at position \d+ \(line (\d+) column (\d+)\)$/s.exec(message);
  if (placed !== null) {
    const [, what = '', line, column] = placed;
    return { code, line: Number(line), column: Number(column), message: `not JSON: ${safeText(what)}` };
  }
  if (message === 'Unexpected end of JSON input')
    return { code, ...endOf(text), message: 'not JSON: the text ends early' };
  const what = /^Unexpected (?:token|identifier)/.test(message) ? message.split(', ')[0]! : 'unexpected text';
  try {
    parse(text);
  } catch (error) {
    const { line = 1, column = 1 } = error as { line?: number; column?: number };
    return { code, line, column, message: `not JSON: ${safeText(what)}` };
  }
  return { code, line: 1, column: 1, message: `not JSON: ${safeText(what)}` };
}

/** Parses JSON text; problems come with line and column, counted from 1. */
export function parseJsonText(text: string): JsonText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { success: false, problems: [malformed(text, (error as Error).message)] };
  }
  const problems = duplicateKeys(text);
  return problems.length === 0 ? { success: true, value } : { success: false, problems };
}

/**
 * Reads a JSON file, or standard input for "-".
 *
 * @throws CommandFailure for what cannot be read, is no text, or is larger than 16 MiB
 */
export async function readJson(file: string, context: CommandContext): Promise<JsonText> {
  const name = fileLabel(file);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of checkedText(readSource(file, context), name)) {
    size += chunk.length;
    if (size > LARGEST) throw badInput(`${name}: is larger than 16 MiB, too large for a definition`);
    chunks.push(chunk);
  }
  return parseJsonText(Buffer.concat(chunks).toString('utf8'));
}
