import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { readFailure } from '../input/read-source.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import { listOption } from './option-values.ts';

/** The options that say where self-generated codes stand in the files of both waves. */
export const codeOptions = {
  code: { type: 'string', multiple: true },
  covariates: { type: 'string', multiple: true },
  key: { type: 'string' },
} as const;

export const CODE_HELP = `How people are found again
  --code COL1,COL2,...        columns of the elements of the code people made themselves: hashes, one an element
  --covariates A,B            facts that do not change (profession, setting): with them somebody is found whose code
                              differs in one element, if all agree and there is no other candidate
  --key FILE                  where the columns still hold what people typed: a file with the key of the study (16
                              characters or more), under which it is hashed first. Hash once, then delete what was
                              typed: raw elements must never be kept, for they can be traced to people`;

export interface CodeRequest {
  readonly elements: readonly string[];
  readonly covariates: readonly string[];
  /** undefined where the columns hold hashes */
  readonly key: string | undefined;
}

interface CodeValues {
  readonly code?: readonly string[] | undefined;
  readonly covariates?: readonly string[] | undefined;
  readonly key?: string | undefined;
}

const SHORTEST_KEY = 16;

/**
 * Reads `--code`, `--covariates` and `--key`; undefined where there is no `--code`.
 *
 * @throws CommandFailure for a column that is named twice, options without `--code`, and a key that is too short
 */
export async function codeRequest(
  values: CodeValues,
  command: string,
  context: CommandContext,
): Promise<CodeRequest | undefined> {
  const elements = listOption(values.code, 'code');
  const covariates = listOption(values.covariates, 'covariates') ?? [];
  if (elements === undefined) {
    const alone = (['covariates', 'key'] as const).find((option) => values[option] !== undefined);
    if (alone !== undefined) throw badInput(`${command}: --${alone} belongs to --code`);
    return undefined;
  }
  const all = [...elements, ...covariates];
  const twice = all.find((column, i) => all.indexOf(column) !== i);
  if (twice !== undefined) throw badInput(`${command}: the column ${quoted(twice)} is named twice`);
  if (elements.length < 2) throw badInput('--code: a code has at least two elements, as --code day,mother,town');
  return { elements, covariates, key: values.key === undefined ? undefined : await readKey(values.key, context) };
}

/** The key in a file, without the line end. The message never repeats it. */
async function readKey(file: string, { cwd }: CommandContext): Promise<string> {
  const key = await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
    throw readFailure(error, file);
  });
  const trimmed = key.trim();
  if (trimmed.length >= SHORTEST_KEY) return trimmed;
  throw badInput(`${fileLabel(file)}: the key has ${trimmed.length} characters, not ${SHORTEST_KEY} or more`);
}
