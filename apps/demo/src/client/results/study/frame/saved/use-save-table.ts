import { saveFile } from '../../../../parts/save-file.ts';
import { useResultsWords } from '../../use-results-words.ts';
import type { TableData } from '../table-data.ts';
import { fileName } from './file-name.ts';
import { type PictureSource, sourceColumns } from './picture-source.ts';
import { tableCsv } from './table-csv.ts';

/** Saves a table as CSV; every row says what it is from. */
export function useSaveTable(source: PictureSource) {
  const words = useResultsWords();
  return (table: TableData, file: readonly string[]): void => {
    const text = tableCsv(table, words.hidden.word, sourceColumns(source, table.caption, words));
    saveFile(`${fileOf(source, file, words.saved.simulatedWord)}.csv`, new Blob([text], { type: 'text/csv' }));
  };
}

/** Name of a file without its ending: of simulated answers it says so first. */
export function fileOf({ simulated }: PictureSource, parts: readonly string[], simulatedWord: string): string {
  return fileName(...(simulated ? [simulatedWord] : []), ...parts);
}
