import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { PictureFrame } from '../frame/picture-frame.tsx';
import type { TableData } from '../frame/table-data.ts';
import { useResultsWords } from '../use-results-words.ts';
import { RateBar } from './participation-view.tsx';
import { rateDrawing } from './rate-drawing.ts';
import { type ParticipationRow, responseRate } from './response-rate.ts';

const ROWS_AT_FIRST = 14;

interface RateBarsProps {
  readonly title: string;
  readonly rows: readonly ParticipationRow[];
  readonly table: TableData;
  readonly sentenceOf: (row: ParticipationRow) => string;
  readonly file: readonly string[];
}

/** Response rates as bars: a list, because its numbers are few and every one of them stands beside its bar. */
export function RateBars({ title, rows, table, sentenceOf, file }: RateBarsProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, ROWS_AT_FIRST);
  const { percent } = formats(locale);
  const countOf = ({ responses, expected }: ParticipationRow) => {
    const answered = responses.status === 'shown' ? responses.value : 0;
    const rate = responseRate(responses, expected);
    return rate === null ? String(answered) : `${answered}/${expected} · ${percent(rate)}`;
  };
  return (
    <PictureFrame
      title={title}
      heading="h3"
      table={table}
      file={file}
      drawing={() =>
        rateDrawing(rows, (row) => (row.responses.status === 'suppressed' ? words.hidden.word : countOf(row)))
      }
    >
      <ul className="rates">
        {shown.map((row) => (
          <li key={row.id} data-row={row.id}>
            <span className="rate-name">{row.name}</span>
            {row.responses.status === 'suppressed' ? (
              <span className="rate-hidden">
                <strong>{words.hidden.word}.</strong> {sentenceOf(row)}
              </span>
            ) : (
              <>
                <RateBar rate={responseRate(row.responses, row.expected) ?? 0} />
                <span className="rate-count">{countOf(row)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button className="button quiet-button" onPress={() => setAll(true)}>
          {words.participation.more(rows.length)}
        </Button>
      )}
    </PictureFrame>
  );
}
