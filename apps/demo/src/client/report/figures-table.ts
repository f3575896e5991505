import type { TeamReport } from '../api/report.ts';
import type { Locale } from '../catalogue.ts';
import { type Cell, figure, hidden, type TableData, whole } from '../results/study/frame/table-data.ts';
import { hiddenSentence } from '../results/study/hidden-sentence.ts';
import type { ReportWords } from '../words/report.ts';
import type { ResultsWords } from '../words/results.ts';
import { scaleName } from './scale-name.ts';

type Figure = TeamReport['scales'][number]['team'];

/** Every scale of a team's report in numbers, also those that are not shown, with the reason. */
export function figuresTable(
  { team, study, scales }: Pick<TeamReport, 'team' | 'study' | 'scales'>,
  words: ReportWords,
  { table, hidden: why }: ResultsWords,
  locale: Locale,
): TableData {
  const { all } = words;
  const sentence = (shown: Extract<Figure, { status: 'suppressed' }>) =>
    hidden(hiddenSentence(shown.reason, study.minimumGroupSize, why, (id) => (id === team.id ? team.name : id)));
  const meanOf = (shown: Figure | null): Cell =>
    shown?.status === 'shown' ? figure(shown.value.mean) : shown?.status === 'suppressed' ? sentence(shown) : null;
  return {
    caption: `${all.title}: ${team.name}`,
    headings: [
      all.scale,
      `${all.team}: ${table.mean}`,
      table.lower,
      table.upper,
      table.people,
      `${all.whole}: ${table.mean}`,
      all.before,
      all.change,
    ],
    rows: scales.map((scale) => {
      const own = scale.team.status === 'shown' ? scale.team.value : null;
      return [
        scaleName(scale, words, locale),
        meanOf(scale.team),
        figure(own?.interval?.lower ?? null),
        figure(own?.interval?.upper ?? null),
        whole(own?.n ?? null),
        meanOf(scale.whole),
        meanOf(scale.before),
        figure(scale.change?.difference ?? null),
      ];
    }),
  };
}
