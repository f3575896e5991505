import { bytesOf, cutToBytes, oneLine } from './bytes-of.ts';
import { checkDataFile, type DataFile, type DataVariable } from './data-file.ts';

/** What SPSS takes on a line, and as a label. */
const LONGEST_LINE = 251;
const LONGEST_LABEL = 250;
const LONGEST_VALUE_LABEL = 120;
/** bytes of a piece of a literal: a line holds the name, the quotes and a plus beside it */
const PIECE = 160;

/**
 * Syntax for SPSS (and PSPP) that reads the CSV file beside it and gives it variable labels, value labels, codes that stand for
 * a missing answer and levels of measurement. No line is longer than 251 bytes, which older SPSS would cut.
 *
 * @param csv name of the CSV file, written with `{ reasons: true }`
 * @throws RangeError where the data file is none, or the name has a line break
 * @example
 * const values = [1, 2];
 * const file = { label: 'A', rows: 2, variables: [{ name: 'a', label: 'A', type: 'number', measure: 'scale', values }] } as const;
 * spssSyntax(file, 'a.csv').startsWith('* Encoding: UTF-8.') // true
 */
export function spssSyntax(file: DataFile, csv: string): string {
  checkDataFile(file);
  if (/\p{Cc}/u.test(csv)) throw new RangeError(`Unexpected name of a file: ${JSON.stringify(csv)}.`);
  const { variables, label } = file;
  const command = (head: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`), '  .'];
  const labelled = variables.filter(({ valueLabels = [] }) => valueLabels.length > 0);
  const lines = [
    '* Encoding: UTF-8.',
    `* ${cutToBytes(oneLine(label).replaceAll('*', ''), 200)}`.replace(/\.*$/, '.'),
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${literal(csv)}`,
    "  /ENCODING='UTF8'",
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...variables.map((variable) => `    ${variable.name} ${formatOf(variable)}`),
    '  .',
    ...command(
      'VARIABLE LABELS',
      variables.flatMap(({ name, label: words }) => labelLines(name, words, LONGEST_LABEL)),
    ),
    ...labelled.flatMap(({ name, valueLabels = [] }) =>
      command(
        `VALUE LABELS ${name}`,
        valueLabels.flatMap(({ code, label: words }) => labelLines(String(code), words, LONGEST_VALUE_LABEL)),
      ),
    ),
    ...variables.flatMap(({ name, missing }) =>
      missing === undefined ? [] : [`MISSING VALUES ${name} (${missing.low} THRU ${missing.high}).`],
    ),
    ...variables.map(({ name, measure }) => `VARIABLE LEVEL ${name} (${measure.toUpperCase()}).`),
    'EXECUTE.',
  ];
  const long = lines.find((line) => bytesOf(line).length > LONGEST_LINE);
  if (long !== undefined) throw new RangeError(`Unexpected length of a line of syntax: ${long}.`);
  return `${lines.join('\n')}\n`;
}

/** The widest text decides: SPSS cuts what does not fit without a word. */
function formatOf({ type, decimals = 0, values }: DataVariable): string {
  if (type === 'number') return `F${Math.max(8, decimals + 5)}.${decimals}`;
  // an apostrophe may come in front
  return `A${1 + values.reduce<number>((most, value) => Math.max(most, bytesOf(String(value ?? '')).length), 0)}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A literal in pieces that are joined by a plus, each on a line of its own. */
function labelLines(head: string, words: string, most: number): string[] {
  const text = cutToBytes(oneLine(words), most);
  const pieces: string[] = [''];
  for (const character of text) {
    const last = pieces.length - 1;
    if (bytesOf(quoted(pieces[last]! + character)).length > PIECE) pieces.push(character);
    else pieces[last] += character;
  }
  return pieces.map((piece, at) => `${at === 0 ? `${head} ` : '  + '}${quoted(piece)}`);
}

const literal = (text: string): string => {
  const whole = quoted(text);
  if (bytesOf(whole).length > 200) throw new RangeError(`Unexpected length of a name: ${text}.`);
  return whole;
};
