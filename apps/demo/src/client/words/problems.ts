import type { ApiProblem, FieldError } from '../api/request.ts';
import type { Words } from '../language-context.ts';
import { fieldCodes } from './problems/field-codes.ts';
import { fieldMessages } from './problems/field-messages.ts';
import { fieldPaths } from './problems/field-paths.ts';
import { requestProblems } from './problems/requests.ts';

/** What staff read about a request that was refused. */
interface ProblemWords {
  /** by the code of the problem */
  readonly byCode: Readonly<Record<string, string>>;
  /** about one field, by the code of the entry */
  readonly fields: Readonly<Record<string, string>>;
  /** about one field, by the server's own sentence */
  readonly messages: readonly (readonly [server: readonly string[], sentence: string])[];
  /** a fault of an entry of a list, counted from 1 */
  readonly entry: (number: number, fault: string) => string;
  readonly paths: Readonly<Record<string, string>>;
  readonly line: string;
  readonly unreachable: string;
  readonly other: string;
  readonly otherField: (message: string) => string;
}

export const problemWords: Words<ProblemWords> = {
  en: {
    unreachable: 'The server cannot be reached. Nothing was changed; please try again.',
    other: 'This did not work, and nothing was changed.',
    otherField: (message) => `This does not fit: ${message}`,
    line: 'Line',
    byCode: requestProblems.en,
    fields: fieldCodes.en,
    paths: fieldPaths.en,
    messages: fieldMessages.map(([server, en]) => [[server].flat(), en]),
    entry: (number, fault) => `Entry ${number}: ${fault}`,
  },
  cs: {
    unreachable: 'Server není dostupný. Nic se nezměnilo; zkuste to prosím znovu.',
    other: 'Tohle se nepovedlo a nic se nezměnilo.',
    otherField: (message) => `Tohle nesedí: ${message}`,
    line: 'Řádek',
    byCode: requestProblems.cs,
    fields: fieldCodes.cs,
    paths: fieldPaths.cs,
    messages: fieldMessages.map(([server, , cs]) => [[server].flat(), cs]),
    entry: (number, fault) => `Položka ${number}: ${fault}`,
  },
};

/** The sentence for a refusal, in the reader's language where there is one. */
export function problemText(problem: ApiProblem | undefined, words: ProblemWords): string {
  if (problem === undefined) return words.unreachable;
  return words.byCode[problem.code] ?? words.other;
}

/**
 * The sentence about one field: that of the server's own one, else that of its code. What no catalogue knows is said in the
 * server's words.
 */
export function fieldErrorText({ code, message }: Pick<FieldError, 'code' | 'message'>, words: ProblemWords): string {
  // what is wrong with a password is never more than its code
  const text = code.startsWith('password-') ? undefined : messageText(message, words);
  return text ?? words.fields[code] ?? words.otherField(message);
}

/** The sentence for one of the server's, also where it is about something within: `has at 0 what must be a number`. */
function messageText(message: string, words: ProblemWords): string | undefined {
  for (const [servers, sentence] of words.messages) {
    for (const server of servers) {
      const found = patternOf(server).exec(message);
      if (found !== null) return sentence.replace(/\{(\d)\}/g, (_, place: string) => found[Number(place)] ?? '');
    }
  }
  const [, at, ofEntry] = /^has at (\d+) what (.+)$/s.exec(message) ?? [];
  if (ofEntry !== undefined) {
    const text = messageText(ofEntry, words);
    return text && words.entry(Number(at) + 1, text);
  }
  const [, field, ofField] = /^([A-Za-z]+) ((?:must|has) .+)$/s.exec(message) ?? [];
  const text = ofField && messageText(ofField, words);
  return text && `${words.paths[field!] ?? field}: ${text}`;
}

/** A field's path as people read it: `title.cs` is 'Title (cs)', `line 3, name` is 'Line 3, name'. */
export function fieldPathText(path: string, words: ProblemWords): string {
  if (path.startsWith('line ')) return path.replace('line', words.line);
  const [, first = '', rest = ''] = /^(?:query\.)?([A-Za-z]*)[., ]*(.*)$/s.exec(path) ?? [];
  const name = words.paths[first];
  if (name === undefined) return path;
  return rest === '' || first === 'sequence' ? name : `${name} (${rest})`;
}

const patterns = new Map<string, RegExp>();

/** A sentence with `{}` for what differs, as a pattern with a group for each of them. */
function patternOf(server: string): RegExp {
  let pattern = patterns.get(server);
  if (pattern === undefined) {
    pattern = new RegExp(`^${server.split('{}').map(escaped).join('(.*)')}$`, 's');
    patterns.set(server, pattern);
  }
  return pattern;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
