import { type ReactNode, useId, useRef } from 'react';
import { type DrawAt, DrawingToSave } from '../../plots/drawing-to-save.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';
import { DataTable } from './data-table.tsx';
import { SaveButtons } from './save-buttons.tsx';
import type { PictureSource } from './saved/picture-source.ts';
import type { TableData } from './table-data.ts';

interface PictureFrameProps {
  readonly title: string;
  /** how to read it, one or two sentences */
  readonly note?: string;
  readonly table: TableData;
  /** the words on the button that opens the table, where the picture is a table itself */
  readonly tableTitle?: string;
  /** parts of the name of the files it is saved as */
  readonly file: readonly string[];
  /** what its figures are from, where that is not the wave of the page or where they are about one choice */
  readonly source?: Partial<PictureSource>;
  /** makes the drawing where the page itself shows none, as of a table in colours; left out: that of the plot within */
  readonly drawing?: () => SVGElement;
  /** what the file says besides its source, where that is not the note and what the table does not show */
  readonly fileNotes?: { readonly above: readonly string[]; readonly below: readonly string[] };
  readonly heading?: 'h3' | 'h4';
  readonly children: ReactNode;
}

/** A picture with its name, the table behind it, and three ways to take it along. */
export function PictureFrame(props: PictureFrameProps) {
  const { title, note, table, tableTitle, file, source, drawing, fileNotes, heading: Heading = 'h4', children } = props;
  const words = useResultsWords();
  const plot = useRef<DrawAt | null>(null);
  const id = useId();
  return (
    <figure className="picture-frame" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {note !== undefined && <p className="quiet">{note}</p>}
      <DrawingToSave value={plot}>{children}</DrawingToSave>
      <div className="picture-tools">
        <OpenOnDemand title={tableTitle ?? words.table.show}>
          <DataTable table={table} />
        </OpenOnDemand>
        <SaveButtons {...{ table, note, file, source, fileNotes }} drawing={() => drawing ?? plot.current} />
      </div>
    </figure>
  );
}
