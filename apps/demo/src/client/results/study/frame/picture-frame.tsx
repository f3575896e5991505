import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type DrawAt, DrawingToSave } from '../../plots/drawing-to-save.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';
import { DataTable } from './data-table.tsx';
import type { PictureSource } from './saved/picture-source.ts';
import { useSavePicture } from './saved/use-save-picture.ts';
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
  const [failed, setFailed] = useState(false);
  const save = useSavePicture({ table, note, file, source, fileNotes });
  return (
    <figure className="picture-frame" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {note !== undefined && <p className="quiet">{note}</p>}
      <DrawingToSave value={plot}>{children}</DrawingToSave>
      <div className="picture-tools">
        <OpenOnDemand title={tableTitle ?? words.table.show}>
          <DataTable table={table} />
        </OpenOnDemand>
        <div className="saving">
          <span aria-hidden="true">{words.table.save}</span>
          {(['svg', 'png', 'csv'] as const).map((format) => (
            <Button
              key={format}
              className="save-button"
              aria-label={words.table.saveAs(format.toUpperCase(), table.caption)}
              onPress={() => {
                setFailed(false);
                save(format, drawing ?? plot.current).catch(() => setFailed(true));
              }}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {failed ? words.table.failed : ''}
      </p>
      {failed && <p className="note warning">{words.table.failed}</p>}
    </figure>
  );
}
