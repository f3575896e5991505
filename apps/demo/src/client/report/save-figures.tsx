import type { TeamReport } from '../api/report.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { SaveButtons } from '../results/study/frame/save-buttons.tsx';
import { useResultsWords } from '../results/study/use-results-words.ts';
import { reportWords } from '../words/report.ts';
import { figuresDrawing } from './figures-drawing.ts';
import { figuresTable } from './figures-table.ts';
import '../styles/plots.css';
import '../styles/study-results/colours.css';
import '../styles/study-results/pictures.css';

/** Takes the figures of a team along: as a picture for the slides of a meeting, and as a table with what is not shown. */
export function SaveFigures({ report }: { report: TeamReport }) {
  const { locale } = useLanguage();
  const words = useWords(reportWords);
  const ofResults = useResultsWords();
  const { study, team, wave, scales } = report;
  const shown = scales.filter((scale) => scale.team.status === 'shown');
  if (shown.length === 0) return null;
  return (
    <div className="picture-tools">
      <SaveButtons
        table={figuresTable(report, words, ofResults, locale)}
        note={words.read.text}
        file={[study.id, team.id, `wave-${wave.number}`, 'figures']}
        source={{
          study: localized(study.title, locale),
          simulated: study.simulated,
          minimumGroupSize: study.minimumGroupSize,
          waves: [wave],
          about: team.name,
        }}
        drawing={() => () => figuresDrawing(shown, words, locale)}
      />
    </div>
  );
}
