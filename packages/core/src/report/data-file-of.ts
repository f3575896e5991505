import { type AlphaCheck, type DataFile, type DataVariable, programNames } from '../exports/index.ts';
import type { CodingByScale, Instrument } from '../instrument/instrument.ts';
import { MISSING_REASONS, type MissingReason } from '../instrument/missing-reason.ts';
import { responseScaleOf, scaleKey } from '../instrument/scale-key.ts';
import type { TextPack } from '../instrument/text-pack.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { cronbachAlpha } from '../reliability/index.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { completeKeyedColumns, scoreResponses } from '../scoring/index.ts';
import { codebookOf } from './codebook.ts';
import { orNull } from './or-null.ts';

/** Codes of the reasons for a missing answer are -91 and below; everything from -99 on is kept free for them. */
const MISSING = { low: -99, high: -91 } as const;
const REASON_LABELS: Readonly<Record<string, Readonly<Record<MissingReason, string>>>> = {
  en: {
    'not-asked': 'not asked',
    skipped: 'left out',
    refused: 'refused',
    'dont-know': "don't know",
    'not-applicable': 'does not apply',
  },
  cs: {
    'not-asked': 'nebylo položeno',
    skipped: 'vynecháno',
    refused: 'odmítnuto',
    'dont-know': 'nevím',
    'not-applicable': 'netýká se',
  },
};
/** What columns beside the answers are called. */
const PLACE_LABELS: Readonly<Record<string, Readonly<Record<'wave' | 'team' | 'group', string>>>> = {
  en: { wave: 'Wave', team: 'Team', group: 'Group of respondents' },
  cs: { wave: 'Vlna', team: 'Tým', group: 'Skupina respondentů' },
};
const SCORE_DECIMALS = 3;

export interface DataFileOptions {
  /** language of labels; English where a text has no other; default "en" */
  readonly locale?: string;
  /** adds the labels of the codes; it must have the coding of the table */
  readonly textPack?: TextPack | undefined;
}

/** A data file, and what a script needs that works out alpha from it. */
export interface InstrumentDataFile {
  readonly file: DataFile;
  readonly scales: readonly AlphaCheck[];
}

/**
 * Answers and scores as a data file for other programs: wave, team and group where the table has them, every item as it was
 * answered (not reversed; reasons for a missing answer as codes from -91 down, declared missing), every score.
 *
 * @returns the file for `csvFile`, `savFile` and `spssSyntax`, and for `rScript` the alphas of people who answered all items
 *   of a scale; scales made of parts, of one item, or that count a reason as an answer are not among them
 * @throws RangeError where an item has no column, the text pack has another coding than the table (`codingMatches`), or the instrument's own codes lie from -99 to -91
 * @example
 * const instrument = adHocInstrument({ items: ['A-1', 'A-2'], reverse: ['A-2'], minimum: 1, maximum: 6 });
 * const table = tableOfColumns(2, [{ item: 'A-1', codes: [5, 2] }, { item: 'A-2', codes: [3, null] }]);
 * const { file } = dataFileOf(instrument, table);
 * [...csvFile(file)].join('') // 'A_1,A_2,scale\n5,3,4.5\n2,,\n'
 */
export function dataFileOf(
  instrument: Instrument,
  table: ResponseTable,
  { locale = 'en', textPack }: DataFileOptions = {},
): InstrumentDataFile {
  if (textPack !== undefined && !codingMatches(instrument, textPack, table.coding)) {
    throw new RangeError(`Unexpected text pack: that in ${textPack.locale} counts the other way than the answers.`);
  }
  const language = locale.split('-')[0]!;
  const reasons = REASON_LABELS[language] ?? REASON_LABELS.en!;
  const places = (['wave', 'team', 'group'] as const).filter((place) => table[place] !== undefined);
  const entries = codebookOf(instrument, { locale, textPack, coding: table.coding });
  const names = programNames([...places, ...entries.map(({ variable }) => variable)]);
  const scores = scoreResponses(instrument, table);

  const placeColumns = places.map((place, at): DataVariable => {
    const label = (PLACE_LABELS[language] ?? PLACE_LABELS.en!)[place];
    return { name: names[at]!, label, type: 'text', measure: 'nominal', values: table[place]! };
  });
  const columns = entries.map(({ variable, kind, label, wording, codes }, at): DataVariable => {
    const common = { name: names[places.length + at]!, label: wording ?? label, type: 'number' } as const;
    if (kind === 'scale') {
      const values = Array.from(scores.find(({ scale }) => scale === variable)!.values, orNull);
      return { ...common, measure: 'scale', decimals: SCORE_DECIMALS, values };
    }
    const own = codes.flatMap(({ code, label: words }) => (words === null ? [] : [{ code, label: words }]));
    const values = codesOf(instrument, table, variable);
    const used = MISSING_REASONS.map((reason) => ({ code: codeOf(reason), label: reasons[reason] }));
    return { ...common, measure: 'ordinal', missing: MISSING, valueLabels: [...own, ...used], values };
  });
  const nameOf = new Map(entries.map(({ variable, kind }, at) => [`${kind} ${variable}`, names[places.length + at]!]));
  const label = `${instrument.name[locale] ?? instrument.name.en} (${instrument.id}@${instrument.version})`;
  return {
    file: { label, rows: table.rows, variables: [...placeColumns, ...columns] },
    scales: instrument.scales.flatMap(({ id, parts }) =>
      parts === undefined ? alphaCheck(instrument, table, id, (item) => nameOf.get(`item ${item}`)!) : [],
    ),
  };
}

/**
 * Whether the labels of a text pack are those of codes under a coding: a pack that counts the other way has others.
 *
 * @param coding coding of the answers by response-scale id, where it differs from the definition's
 * @example codingMatches(adHocInstrument({ items: ['a'], minimum: 1, maximum: 2 }), { responseScales: {} }, {}) // true
 */
export function codingMatches(
  instrument: Instrument,
  { responseScales }: Pick<TextPack, 'responseScales'>,
  coding: CodingByScale,
): boolean {
  return instrument.responseScales.every(({ id, highCodeMeans }) => {
    const given = responseScales[id];
    return given === undefined || given.highCodeMeans === (coding[id] ?? highCodeMeans);
  });
}

const codeOf = (reason: MissingReason): number => MISSING.high - MISSING_REASONS.indexOf(reason);

function codesOf(instrument: Instrument, { columns }: ResponseTable, item: string): number[] {
  const column = columns.get(item);
  if (column === undefined) throw new RangeError(`Unexpected table: it has no column of ${item}.`);
  const { responseScale } = instrument.items.find(({ id }) => id === item)!;
  const { codes } = responseScaleOf(instrument, responseScale);
  const clash = codes.find((code) => code >= MISSING.low && code <= MISSING.high);
  if (clash !== undefined) throw new RangeError(`Unexpected code of ${item}: ${clash} stands for a missing answer.`);
  return Array.from(column.codes, (code, row) => {
    const reason = column.missing[row]!;
    return reason === 0 ? code : codeOf(MISSING_REASONS[reason - 1]!);
  });
}

function alphaCheck(
  instrument: Instrument,
  table: ResponseTable,
  scale: string,
  nameOf: (item: string) => string,
): AlphaCheck[] {
  const { columns, n, rows, items } = completeKeyedColumns(instrument, table, scale);
  const countsReasons = items.some((item) => rows.some((row) => table.columns.get(item)!.missing[row] !== 0));
  if (items.length < 2 || countsReasons) return [];
  const key = scaleKey(instrument, scale, table.coding);
  return [
    {
      scale: instrument.scales.find(({ id }) => id === scale)!.name.en,
      items: key.map(({ item, reversed, minimum, maximum }) => ({
        name: nameOf(item),
        mirror: reversed ? minimum + maximum : null,
      })),
      alpha: orNull(cronbachAlpha(momentsOfColumns(columns))),
      n,
    },
  ];
}
