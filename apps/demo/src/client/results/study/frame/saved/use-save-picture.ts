import { useLanguage } from '../../../../language-context.ts';
import { saveFile } from '../../../../parts/save-file.ts';
import type { DrawAt } from '../../../plots/drawing-to-save.ts';
import { useResultsWords } from '../../use-results-words.ts';
import type { TableData } from '../table-data.ts';
import { hiddenLines } from './hidden-lines.ts';
import { type PictureSource, sourceLine, usePictureSource } from './picture-source.ts';
import { pngOf } from './png-of.ts';
import { type FileText, svgFile } from './svg-file.ts';
import { fileOf, useSaveTable } from './use-save-table.ts';

/** Every file is drawn at this width, whatever screen it was saved on. */
const FILE_WIDTH = 800;

/** What is saved, and what the file says about it. */
export interface SavedPicture {
  readonly table: TableData;
  readonly note?: string | undefined;
  readonly file: readonly string[];
  readonly source?: Partial<PictureSource> | undefined;
  readonly fileNotes?: Pick<FileText, 'above' | 'below'> | undefined;
}

/** Saves a picture so that it stands alone: with its title, what it is from, how to read it, and what is not shown. */
export function useSavePicture({ table, note, file, source: own, fileNotes }: SavedPicture) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const source = usePictureSource(own);
  const { saved } = words;
  const saveTable = useSaveTable(source);
  const name = fileOf(source, file, saved.simulatedWord);
  /** @throws Error where there is no drawing yet, or no bitmap of it */
  return async (format: 'svg' | 'png' | 'csv', draw: DrawAt | null): Promise<void> => {
    if (format === 'csv') return saveTable(table, file);
    if (draw === null) throw new Error('There is no picture yet.');
    const kept = hiddenLines(table);
    const notes = fileNotes ?? {
      above: note === undefined ? [] : [note],
      below: kept.length === 0 ? [] : [`${words.hidden.title}:`, ...kept],
    };
    const text = svgFile(draw(FILE_WIDTH), {
      title: table.caption,
      warning: source.simulated ? saved.simulated : null,
      above: [sourceLine(source, locale), ...notes.above],
      below: [...notes.below, source.rule ?? saved.minimum(source.minimumGroupSize)],
    });
    saveFile(`${name}.${format}`, format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(text));
  };
}
