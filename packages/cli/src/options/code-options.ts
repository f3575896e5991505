import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultSelfGeneratedCode } from '@peerscale/form';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { readFailure } from '../input/read-source.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import { type ElementKind, kindsOption } from './kinds-option.ts';
import { listOption } from './option-values.ts';

/** The options that say where self-generated codes stand in the files of both waves. */
export const codeOptions = {
  code: { type: 'string', multiple: true },
  covariates: { type: 'string', multiple: true },
  key: { type: 'string' },
  kinds: { type: 'string', multiple: true },
} as const;

/** The default set, in two lines. */
const DEFAULT_COLUMNS = defaultSelfGeneratedCode.elements
  .map(({ id }) => id)
  .join(', ')
  .replace(/^(.{1,88}),\s/, '$1,\n                              ');

export const CODE_HELP = `How people are found again
  --code COL1,COL2,...        columns of the elements of the code people made themselves: hashes, one an element
  --covariates A,B            facts that do not change (profession, setting): with them somebody is found whose code
                              differs in one element, if all agree and there is no other candidate
  --key FILE                  where columns still hold what people wrote, as on paper: a file with the key of the study
                              (16 characters or more), under which it is hashed as the form does on people's devices;
                              cells that are hashes stay. Each column is named as its element in the form. Hash once,
                              then delete what was written: raw elements must never be kept, for they can be traced
  --kinds day=day,town=letter what was asked for in each column, with --key: letter (the first), letters:3 (so many),
                              day (of the month), count, digits:2 (the last). Known for the form's own set:
                              ${DEFAULT_COLUMNS}`;

export interface CodeRequest {
  readonly elements: readonly string[];
  readonly covariates: readonly string[];
  /** the key, and what was asked for in each element; undefined where the columns hold hashes */
  readonly raw: { readonly key: string; readonly kinds: readonly ElementKind[] } | undefined;
}

interface CodeValues {
  readonly code?: readonly string[] | undefined;
  readonly covariates?: readonly string[] | undefined;
  readonly key?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
}

const SHORTEST_KEY = 16;

/**
 * Reads `--code`, `--covariates`, `--key` and `--kinds`; undefined where there is no `--code`.
 *
 * @throws CommandFailure for a column that is named twice, options without `--code`, a key that is too short, and as
 *   `kindsOption`
 */
export async function codeRequest(
  values: CodeValues,
  command: string,
  context: CommandContext,
): Promise<CodeRequest | undefined> {
  const elements = listOption(values.code, 'code');
  const covariates = listOption(values.covariates, 'covariates') ?? [];
  if (elements === undefined) {
    const alone = (['covariates', 'key', 'kinds'] as const).find((option) => values[option] !== undefined);
    if (alone !== undefined) throw badInput(`${command}: --${alone} belongs to --code`);
    return undefined;
  }
  const all = [...elements, ...covariates];
  const twice = all.find((column, i) => all.indexOf(column) !== i);
  if (twice !== undefined) throw badInput(`${command}: the column ${quoted(twice)} is named twice`);
  if (elements.length < 2) throw badInput('--code: a code has at least two elements, as --code day,mother,town');
  const kinds = listOption(values.kinds, 'kinds');
  if (values.key === undefined) {
    if (kinds !== undefined) throw badInput(`${command}: --kinds belongs to --key`);
    return { elements, covariates, raw: undefined };
  }
  return {
    elements,
    covariates,
    raw: { kinds: kindsOption(kinds, elements), key: await readKey(values.key, context) },
  };
}

/** The key in a file, as it stands but for a byte order mark and the line end. The message never repeats it. */
async function readKey(file: string, { cwd }: CommandContext): Promise<string> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
    throw readFailure(error, file);
  });
  const key = text.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
  if (key.length >= SHORTEST_KEY) return key;
  throw badInput(`${fileLabel(file)}: the key has ${key.length} characters, not ${SHORTEST_KEY} or more`);
}
