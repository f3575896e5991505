import { type ReactNode, useId, useMemo, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import type { StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { formats } from '../../formats.ts';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { hiddenSentence } from '../hidden-sentence.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useChoice } from '../use-choice.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { heatDrawing } from './heat-drawing.ts';
import { HeatLegend, heatCuts } from './heat-legend.tsx';
import { type HeatCell, type HeatColumn, type HeatRow, heatMapOf, teamsBySetting } from './heat-map-of.ts';
import { heatMark } from './heat-step.ts';
import { heatTable } from './heat-table.ts';
import { type HiddenNote, hiddenNotes } from './hidden-notes.ts';

const ROWS_AT_FIRST = 60;

/** Teams by scales: a table whose cells are coloured, which is the same thing to eyes and to screen readers. */
export function HeatMap({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const data = useMemo(() => heatMapOf(results, locale), [results, locale]);
  const minimum = results.study.minimumGroupSize;
  const sentenceOf = ({ reason }: Extract<HeatCell, { status: 'suppressed' }>) =>
    hiddenSentence(reason, minimum, words.hidden, nameOf);
  if (data.rows.length === 0 || data.columns.length === 0) {
    return (
      <HeatSection>
        <p>{words.heat.noTeams}</p>
      </HeatSection>
    );
  }
  const notes = hiddenNotes(data, sentenceOf);
  const noteOf = (cell: Extract<HeatCell, { status: 'suppressed' }>) => notes.get(sentenceOf(cell))!;
  return (
    <HeatSection>
      <PictureFrame
        title={words.heat.caption}
        heading="h3"
        table={heatTable(data, { words, minimum, nameOf })}
        tableTitle={words.heat.table}
        file={[...file, 'teams']}
        drawing={() => heatDrawing(data, { words, locale, letterOf: (cell) => noteOf(cell).letter })}
        fileNotes={{
          above: [words.saved.heat],
          below: [
            heatCuts(words.heat, locale),
            ...[...notes.values()].map((note) => `(${note.letter}) ${note.sentence}`),
          ],
        }}
      >
        <HeatTable columns={data.columns} rows={data.rows} noteOf={noteOf} />
        {notes.size > 0 && <HiddenList notes={[...notes.values()]} />}
        {data.without.length > 0 && <p className="quiet">{words.heat.without(data.without.join(', '))}</p>}
        <HeatLegend />
        <OpenOnDemand title={words.heat.how}>
          <p>{words.heat.howText}</p>
        </OpenOnDemand>
      </PictureFrame>
    </HeatSection>
  );
}

function HeatSection({ children }: { children: ReactNode }) {
  const { heat } = useResultsWords();
  return (
    <section className="card results-part" aria-labelledby="teams">
      <h2 id="teams">{heat.title}</h2>
      <p>{heat.text}</p>
      {children}
    </section>
  );
}

interface HeatTableProps {
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  readonly noteOf: (cell: Extract<HeatCell, { status: 'suppressed' }>) => HiddenNote;
}

function HeatTable({ columns, rows, noteOf }: HeatTableProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { choice, hrefWith } = useChoice();
  const { figure } = formats(locale);
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? rows : rows.slice(0, ROWS_AT_FIRST);
  const hasSettings = rows.some(({ setting }) => setting !== null);
  return (
    <>
      <ScrollRegion labelledBy={id}>
        <table className="heat">
          <caption className="visually-hidden" id={id}>
            {words.heat.title}: {words.heat.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.heat.team}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  <Link href={hrefWith({ scale: key })} className="heat-heading">
                    <span>{name}</span>
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="heat-whole">
              <th scope="row">{words.heat.everybody}</th>
              {columns.map(({ key, whole }) => (
                <td key={key}>{figure(whole)}</td>
              ))}
            </tr>
          </tbody>
          {teamsBySetting(shown).map(([setting, teams]) => (
            <tbody key={setting}>
              {hasSettings && (
                <tr className="heat-setting">
                  <th scope="rowgroup">{setting ?? words.heat.noSetting}</th>
                  <td colSpan={columns.length} />
                </tr>
              )}
              {teams.map((row) => (
                <tr key={row.id} data-team={row.id} data-chosen={row.id === choice.team || undefined}>
                  <th scope="row">{row.name}</th>
                  {row.cells.map((cell, place) => (
                    <Cell key={columns[place]!.key} cell={cell} noteOf={noteOf} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
      {shown.length < rows.length && (
        <Button className="button" onPress={() => setAll(true)}>
          {words.heat.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}

function Cell({ cell, noteOf }: { cell: HeatCell; noteOf: HeatTableProps['noteOf'] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  if (cell.status === 'no-data') {
    return (
      <td className="heat-no-data">
        <span className="visually-hidden">{words.hidden.noData}</span>
        <span aria-hidden="true">·</span>
      </td>
    );
  }
  if (cell.status === 'suppressed') {
    const { letter, sentence } = noteOf(cell);
    return (
      <td className="heat-suppressed" title={sentence}>
        <span aria-hidden="true">({letter})</span>
        <span className="visually-hidden">
          {words.hidden.word}, {letter}
        </span>
      </td>
    );
  }
  const mark = heatMark(cell.step);
  return (
    <td className={`heat-${cell.step}`}>
      {formats(locale).figure(cell.value)}
      <span className="heat-mark" aria-hidden="true">
        {mark}
      </span>
      {cell.step !== 'same' && cell.step !== 'neutral' && (
        <span className="visually-hidden">, {words.heat.steps[cell.step]}</span>
      )}
    </td>
  );
}

function HiddenList({ notes }: { notes: readonly HiddenNote[] }) {
  const words = useResultsWords();
  const id = useId();
  return (
    <section className="hidden-notes" aria-labelledby={id}>
      <p id={id}>
        <strong>{words.heat.notes}</strong>
      </p>
      <ul>
        {notes.map(({ letter, sentence }) => (
          <li key={letter}>
            <span className="hidden-letter">({letter})</span> {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
