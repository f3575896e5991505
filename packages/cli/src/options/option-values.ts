import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

/** "A1,A2" and repeated options as one list, spaces around names cut; undefined where the option is not there. */
export function listOption(values: readonly string[] | undefined, option: string): string[] | undefined {
  if (values === undefined) return undefined;
  const entries = values.flatMap((value) => value.split(',')).map((entry) => entry.trim());
  if (entries.includes('')) throw badInput(`--${option}: there is an empty name in ${quoted(values.join(','))}`);
  return entries;
}

/** "id=VALUE,id=VALUE" and repeated options as pairs; a comma inside VALUE is kept where no "id=" follows it. */
export function pairsOption(values: readonly string[] | undefined, option: string): [string, string][] {
  const pairs = (values ?? []).flatMap((value) => value.split(/,(?=\s*[A-Za-z][\w-]*=)/));
  return pairs.map((pair) => {
    const [id = '', ...rest] = pair.split('=');
    const value = rest.join('=').trim();
    if (id.trim() === '' || value === '') throw badInput(`--${option}: ${quoted(pair)} is not of the form ID=VALUE`);
    return [id.trim(), value];
  });
}

/** A whole number that fits a column of codes (16 bits). */
export function wholeNumberOption(value: string, option: string): number {
  const number = /^[+-]?\d{1,6}$/.test(value.trim()) ? Number(value) : NaN;
  if (!(number >= -32768 && number <= 32767)) {
    throw badInput(`--${option}: ${quoted(value)} is not a whole number from -32768 to 32767`);
  }
  return number;
}

/** A coverage such as 0.95, strictly between 0 and 1. */
export function levelOption(value: string | undefined): number {
  if (value === undefined) return 0.95;
  const level = /^\d*\.?\d+(?:e-?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
  if (!(level > 0 && level < 1)) throw badInput(`--level: ${quoted(value)} is not between 0 and 1, such as 0.95`);
  return level;
}

const NAMED: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', '\\t': '\t', pipe: '|' };

/** One character, or one of the names comma, semicolon, tab and pipe; undefined where the option is not there. */
export function delimiterOption(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const delimiter = Object.hasOwn(NAMED, value) ? NAMED[value]! : value;
  if ([...delimiter].length !== 1 || /["\r\n\0\p{L}\p{N}\p{Cs}]/u.test(delimiter)) {
    throw badInput(`--delimiter: ${quoted(value)} is not one character such as ";", nor comma, semicolon, tab or pipe`);
  }
  return delimiter;
}
