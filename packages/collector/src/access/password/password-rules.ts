import { commonestWords } from './commonest-words.ts';

const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** What the person is called and where they work: the next words somebody would try. */
export interface PersonalWords {
  readonly email?: string;
  readonly name?: string;
  readonly organisation?: string;
}

export interface PasswordIssue {
  readonly code: 'password-too-short' | 'password-too-long' | 'password-not-text' | 'password-guessable';
  readonly message: string;
}

/**
 * The form in which a password is counted, checked and hashed: Unicode NFC, so that one password typed on two keyboards
 * is one password.
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * Why a password cannot be chosen, or undefined where it can. As in NIST SP 800-63B: a length in code points and nothing
 * about kinds of characters; refused is what is guessed first, that is, what leaves fewer than four characters when the
 * commonest words, the person's own, runs of the keyboard, the alphabet or the digits, years and repetitions are taken out.
 *
 * @example passwordIssue('Welcome-2026!!') // { code: 'password-guessable', … }
 */
export function passwordIssue(password: string, own: PersonalWords = {}): PasswordIssue | undefined {
  if (/\p{Surrogate}/u.test(password)) return { code: 'password-not-text', message: 'holds half a character' };
  // a code point is one or two units, and NFC makes of one at most three: what is longer need not be normalised
  if (password.length > 6 * LONGEST_PASSWORD) return tooLong;
  const normalised = normalisePassword(password);
  const length = [...normalised].length;
  if (length < SHORTEST_PASSWORD) {
    return { code: 'password-too-short', message: `needs at least ${SHORTEST_PASSWORD} characters` };
  }
  if (length > LONGEST_PASSWORD) return tooLong;
  const words = [...commonestWords, ...wordsOf(own)].sort((a, b) => b.length - a.length);
  const folded = fold(normalised);
  const guessable = [folded, digitsAsLetters(folded)].some((text) => charactersLeft(text, words) < 4);
  return guessable
    ? { code: 'password-guessable', message: 'is made of what is guessed first; add other words' }
    : undefined;
}

const tooLong: PasswordIssue = {
  code: 'password-too-long',
  message: `has more than ${LONGEST_PASSWORD} characters`,
};

function wordsOf({ email = '', name = '', organisation = '' }: PersonalWords): string[] {
  const whole = [email, name, organisation].map(fold);
  return [...whole, ...whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length >= 4);
}

/** Lower case, without accents and without the differences of width and style that NFKD takes away. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function digitsAsLetters(text: string): string {
  return text.replace(/[013457@$!]/g, (character) => LETTER_OF[character]!);
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
];
const forwardAndBack = [...RUNS, ...RUNS.map((run) => [...run].reverse().join(''))];

function charactersLeft(text: string, words: readonly string[]): number {
  let left = withoutPeriod(text);
  for (const word of words) left = left.replaceAll(word, ' ');
  left = withoutRuns(left)
    .replace(/(?:19|20)\d\d/g, ' ')
    .replace(/(.)\1{2,}/gu, '$1');
  // which mark somebody puts between or after words is soon tried: all of them together count for one
  const marks = /[!-/:-@[-`{-~]/g;
  return new Set(left.replace(/\s/g, '').replace(marks, '.')).size;
}

/** The text once, where it is the same few characters again and again. */
function withoutPeriod(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return period < text.length && period <= 6 ? ' ' : text;
}

/** Without stretches of four and more characters that are neighbours on the keyboard, in the alphabet or among digits. */
function withoutRuns(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; ) {
    let length = 4;
    const isRun = (end: number) =>
      end <= text.length && forwardAndBack.some((run) => run.includes(text.slice(at, end)));
    while (isRun(at + length)) length++;
    if (length > 4) at += length - 1;
    else kept += text[at++]!;
  }
  return kept;
}
