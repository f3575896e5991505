import { bytesOf, cutToBytes, oneLine } from './bytes-of.ts';
import { checkDataFile, type DataFile, type DataVariable } from './data-file.ts';
import { SavBytes } from './sav-bytes.ts';

/** SPSS has strings up to this width in one variable; longer ones are pieces that other programs read in different ways. */
const WIDEST_TEXT = 255;
const LONGEST_LABEL = 255;
const LONGEST_VALUE_LABEL = 120;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;
const SYSTEM_MISSING = -Number.MAX_VALUE;
/** the number next to it, where ranges begin that have no lower end */
const LOWEST = -1.7976931348623155e308;

export interface SavFileOptions {
  /** the day the file bears, as YYYY-MM-DD */
  readonly day: string;
}

/** A variable with its place among the 8-byte elements of a case. */
interface Placed extends DataVariable {
  readonly width: number;
  readonly elements: number;
  readonly index: number;
  readonly shortName: string;
}

/**
 * A data file as SPSS writes it (.sav, "system file" of layout 2, not compressed, UTF-8): names, labels, value labels, codes
 * that stand for a missing answer, levels of measurement. Read back by PSPP and by R's haven in the tests. The layout is that
 * of the public description by the PSPP project (https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html).
 *
 * @returns the bytes of the whole file: 8 a number, and texts in steps of 8
 * @throws RangeError where the data file is none (`checkDataFile`), a text has more than 255 bytes, or the day is none
 * @example
 * const values = [1, 2];
 * const file = { label: 'A', rows: 2, variables: [{ name: 'a', label: 'A', type: 'number', measure: 'scale', values }] } as const;
 * String.fromCharCode(...savFile(file, { day: '2027-03-01' }).subarray(0, 4)) // '$FL2'
 */
export function savFile(file: DataFile, { day }: SavFileOptions): Uint8Array {
  checkDataFile(file);
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = MONTHS[Number(date?.[2]) - 1];
  if (date === null || month === undefined) throw new RangeError(`Unexpected day: ${day}.`);
  const variables = placed(file.variables);
  const elements = variables.reduce((sum, one) => sum + one.elements, 0);
  const out = new SavBytes(1_024 * (variables.length + 4) + 8 * elements * file.rows);

  out.text('$FL2', 4);
  out.text('@(#) SPSS DATA FILE Peerscale', 60);
  out.integers(2, elements, 0, 0, file.rows);
  out.number(100);
  out.text(`${date[3]} ${month} ${date[1]!.slice(2)}`, 9);
  out.text('00:00:00', 8);
  out.text(cutToBytes(oneLine(file.label), 64), 64);
  out.zeros(3);

  for (const variable of variables) variableRecord(out, variable);
  for (const variable of variables) valueLabelRecord(out, variable);
  // whole numbers: version, machine, floating point (IEEE), compression, byte order (little), characters (UTF-8)
  extension(out, 3, 4, 8);
  out.integers(24, 0, 0, -1, 1, 1, 2, 65_001);
  extension(out, 4, 8, 3);
  for (const value of [SYSTEM_MISSING, Number.MAX_VALUE, LOWEST]) out.number(value);
  extension(out, 11, 4, 3 * variables.length);
  for (const { measure, type, width } of variables) {
    out.integers(MEASURES[measure], type === 'number' ? 8 : Math.min(width, 32), type === 'number' ? 1 : 0);
  }
  const names = bytesOf(variables.map(({ shortName, name }) => `${shortName}=${name}`).join('\t'));
  extension(out, 13, 1, names.length);
  out.bytes(names);
  extension(out, 20, 1, 5);
  out.text('UTF-8', 5);
  out.integers(999, 0);

  for (let row = 0; row < file.rows; row++) {
    for (const { type, values, elements: count } of variables) {
      const value = values[row]!;
      if (type === 'number') out.number((value as number | null) ?? SYSTEM_MISSING);
      else out.text((value as string | null) ?? '', 8 * count);
    }
  }
  return out.whole();
}

function placed(variables: readonly DataVariable[]): Placed[] {
  let index = 1;
  return variables.map((variable, at) => {
    const width = variable.type === 'number' ? 0 : widthOf(variable);
    const elements = Math.max(1, Math.ceil(width / 8));
    const one = { ...variable, width, elements, index, shortName: `V${String(at + 1).padStart(7, '0')}` };
    index += elements;
    return one;
  });
}

function widthOf({ name, values }: DataVariable): number {
  const width = values.reduce<number>((most, value) => Math.max(most, bytesOf(String(value ?? '')).length), 1);
  if (width > WIDEST_TEXT) throw new RangeError(`Unexpected length of a text in ${name}: ${width} bytes, at most 255.`);
  return width;
}

function variableRecord(out: SavBytes, { type, width, elements, decimals = 0, label, missing, shortName }: Placed) {
  // kind of format, width and decimals, a byte each: F is 5, A is 1
  const format = type === 'number' ? (5 << 16) | (Math.max(8, decimals + 5) << 8) | decimals : (1 << 16) | (width << 8);
  out.integers(2, width, 1, missing === undefined ? 0 : -2, format, format);
  out.text(shortName, 8);
  const words = bytesOf(cutToBytes(oneLine(label), LONGEST_LABEL));
  out.integers(words.length);
  out.bytes(words);
  out.zeros(-words.length & 3);
  if (missing !== undefined) for (const end of [missing.low, missing.high]) out.number(end);
  for (let more = 1; more < elements; more++) {
    out.integers(2, -1, 0, 0, 0, 0);
    out.text('', 8);
  }
}

function valueLabelRecord(out: SavBytes, { type, valueLabels = [], index, name }: Placed): void {
  if (valueLabels.length === 0) return;
  if (type !== 'number') throw new RangeError(`Unexpected value labels of ${name}: it is text.`);
  out.integers(3, valueLabels.length);
  for (const { code, label } of valueLabels) {
    const words = bytesOf(cutToBytes(oneLine(label), LONGEST_VALUE_LABEL));
    out.number(code);
    out.bytes(Uint8Array.of(words.length));
    out.bytes(words);
    out.spaces(-(words.length + 1) & 7);
  }
  out.integers(4, 1, index);
}

const extension = (out: SavBytes, subtype: number, size: number, count: number) =>
  out.integers(7, subtype, size, count);
