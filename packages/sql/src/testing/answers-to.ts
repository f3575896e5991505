import {
  type Instrument,
  itemOf,
  MISSING_REASONS,
  type MissingReason,
  type ResponseTable,
  responseScaleOf,
  seededRandom,
  tableOfColumns,
} from '@peerscale/core';
import { fillTable, type TestEngine } from './test-engine.ts';

/** Far from the codes of any item. */
export const reasonCode = (reason: MissingReason): number => -1001 - MISSING_REASONS.indexOf(reason);

/** Random answers with every reason for missing: as the core has them, and as rows of cells in the order of the items. */
export function answersTo(instrument: Instrument, rows: number, seed: number, coding = {}) {
  const random = seededRandom(seed);
  const codesOf = instrument.items.map(
    ({ id }) => responseScaleOf(instrument, itemOf(instrument, id).responseScale).codes,
  );
  const cells = Array.from({ length: rows }, () => {
    // some leave nothing out, some nearly everything
    const share = [0, 0.1, 0.4, 0.9][Math.floor(random() * 4)]!;
    return codesOf.map((codes) => {
      const isMissing = random() < share;
      return isMissing
        ? reasonCode(MISSING_REASONS[Math.floor(random() * MISSING_REASONS.length)]!)
        : codes[Math.floor(random() * codes.length)]!;
    });
  });
  const columns = instrument.items.map(({ id }, i) => ({
    item: id,
    codes: cells.map((row) => (row[i]! < -1000 ? null : row[i]!)),
    missing: cells.map((row) => (row[i]! < -1000 ? -1000 - row[i]! : 0)),
  }));
  const table: ResponseTable = tableOfColumns(rows, columns, { coding });
  return { table, cells };
}

/** Puts answers in the table `answers`, with the number of each row before them. */
export const fillAnswers = (engine: TestEngine, { items }: Instrument, cells: readonly (readonly number[])[]) =>
  fillTable(
    engine,
    'answers',
    ['row', ...items.map(({ id }) => id)],
    cells.map((row, r) => [r, ...row]),
  );
