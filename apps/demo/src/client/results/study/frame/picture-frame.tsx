import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';
import { DataTable } from './data-table.tsx';
import { fileName, pngOf, saveFile, svgText } from './save-picture.ts';
import { tableCsv } from './table-csv.ts';
import type { TableData } from './table-data.ts';

interface PictureFrameProps {
  readonly title: string;
  /** how to read it, one or two sentences */
  readonly note?: ReactNode;
  readonly table: TableData;
  /** the words on the button that opens the table, where the picture is a table itself */
  readonly tableTitle?: string;
  /** parts of the name of the files it is saved as */
  readonly file: readonly string[];
  /** makes the drawing where the page itself shows none, as of a table in colours; left out: the SVG among the children */
  readonly drawing?: () => SVGElement;
  readonly heading?: 'h3' | 'h4';
  readonly children: ReactNode;
}

/** A picture with its name, the table behind it, and three ways to take it along. */
export function PictureFrame(props: PictureFrameProps) {
  const { title, note, table, tableTitle, file, drawing, heading: Heading = 'h4', children } = props;
  const words = useResultsWords();
  const picture = useRef<HTMLDivElement>(null);
  const id = useId();
  const [failed, setFailed] = useState(false);
  const save = async (format: 'svg' | 'png' | 'csv') => {
    setFailed(false);
    const name = `${fileName(...file)}.${format}`;
    try {
      if (format === 'csv') return saveFile(name, new Blob([tableCsv(table, words.hidden.word)], { type: 'text/csv' }));
      const svg = drawing?.() ?? picture.current!.querySelector('svg');
      if (svg === null) throw new Error('There is no picture yet.');
      const text = svgText(svg, table.caption);
      saveFile(name, format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(text));
    } catch {
      setFailed(true);
    }
  };
  return (
    <figure className="picture-frame" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {note !== undefined && <p className="quiet">{note}</p>}
      <div ref={picture}>{children}</div>
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
              onPress={() => save(format)}
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
