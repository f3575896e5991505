import type { Instrument } from '@peerscale/core';
import type { MissingCode } from '../input/cell-decoder.ts';
import type { ColumnDescription, ValueCount } from '../input/column-tally.ts';
import type { DataDescription } from '../input/describe-columns.ts';
import { missingCodeText } from '../options/missing-codes-option.ts';
import { counted } from '../print/number-text.ts';
import type { CodebookSheet, SheetCell } from './codebook-sheet.ts';
import { type CodebookView, entriesOf, entryCells, entryColumns, instrumentFacts } from './instrument-sheet.ts';

const counts = (values: readonly ValueCount[]): string[] => values.map(({ value, count }) => `${value}: ${count}`);

/** What stands in a column: values with their counts, or what can be said without listing them. */
function observed({ kind, values, strange, range }: ColumnDescription): SheetCell {
  switch (kind) {
    case 'codes':
      return [...counts(values), ...counts(strange).map((text) => `${text} (not a code of this item)`)];
    case 'numbers':
      return `numbers from ${range?.minimum} to ${range?.maximum}, more than 20 different`;
    case 'text':
      return 'more than 20 different values, not listed';
    case 'unique':
      return 'no value twice, not listed';
    case 'empty':
      return 'empty';
  }
}

function dataRow(description: ColumnDescription): Record<string, SheetCell> {
  const { column, item, n, missing } = description;
  return {
    variable: column,
    item: item ?? '',
    n: String(n),
    missing_n: String(missing),
    observed: observed(description),
  };
}

/**
 * The codebook of a data file: every column as it is, and what the definition says of those that hold an item.
 *
 * @param file its name, fit for a reader
 */
export function dataSheet(
  file: string,
  { rows, columns, absent }: DataDescription,
  instrument: Instrument | undefined,
  view: CodebookView,
  missingCodes: readonly MissingCode[],
): CodebookSheet {
  const entries = instrument === undefined ? [] : entriesOf(instrument, view);
  const entryOf = (item: string) => entries.find(({ variable, kind }) => kind === 'item' && variable === item)!;
  const missing = ['empty', 'NA', ...missingCodes.map(missingCodeText)].join(', ');
  const ofInstrument =
    instrument === undefined ? [] : instrumentFacts(instrument, entries).filter(([name]) => name !== 'Missing codes');
  const [source, rights] = ['Source', 'Rights'].map(
    (wanted) => ofInstrument.find(([name]) => name === wanted)?.[1] ?? '',
  );
  return {
    title: `Codebook of ${file}`,
    facts: [
      ['File', `${file}: ${counted(rows, 'row', 'rows')}, ${counted(columns.length, 'column', 'columns')}`],
      ['Missing codes', missing],
      ...ofInstrument,
      ...(absent.length === 0 ? [] : [['Not in the file', absent.join(', ')] as const]),
    ],
    columns: [
      { id: 'variable', heading: 'Variable' },
      ...(instrument === undefined ? [] : [...entryColumns(view).slice(0, 1), { id: 'item', heading: 'Item' }]),
      { id: 'n', heading: 'n' },
      { id: 'missing_n', heading: 'Missing' },
      { id: 'observed', heading: 'Observed' },
      ...(instrument === undefined ? [] : entryColumns(view).slice(1)),
    ],
    rows: columns.map((description) => ({
      ...(description.item === null ? {} : entryCells(entryOf(description.item))),
      ...dataRow(description),
    })),
    perRow: { missing, ...(instrument === undefined ? {} : { source: source!, rights: rights! }) },
  };
}
