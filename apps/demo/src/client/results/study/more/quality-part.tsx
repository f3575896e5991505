import { fetchQuality, type QualityResults, type Shown, type StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { Picture } from '../../plots/picture.tsx';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { type Cell, figure, hidden, type TableData, whole } from '../frame/table-data.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';
import { Loaded } from './loaded.tsx';
import { MorePart } from './more-part.tsx';
import { someHurried } from './some-hurried.ts';

/** Signs that answers were given in a hurry. */
export function QualityPart({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const words = useResultsWords();
  const { study, wave } = results;
  if (wave === null) return null;
  return (
    <MorePart place="quality" title={words.quality.title} text={words.quality.text} open={words.quality.open}>
      <Loaded what={`quality ${study.id} ${wave}`} load={(signal) => fetchQuality(study.id, wave, signal)}>
        {(quality) => <QualityView quality={quality} results={results} file={[...file, 'quality']} />}
      </Loaded>
    </MorePart>
  );
}

const SIGNS = ['straightlining', 'tooFast', 'incomplete'] as const;

interface QualityViewProps {
  readonly quality: QualityResults;
  readonly results: StudyResults;
  readonly file: readonly string[];
}

function QualityView({ quality: { instruments }, results, file }: QualityViewProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  if (instruments.length === 0) return <p>{words.empty}</p>;
  const cell = (shown: Shown<number>): Cell => {
    if (shown.status === 'shown') return whole(shown.value);
    if (shown.status === 'no-data') return null;
    return hidden(words.quality.fewer(shown.reason?.minimum ?? results.study.minimumGroupSize));
  };
  const instrumentName = (id: string) => {
    const found = results.instruments.find(({ instrument }) => instrument.id === id);
    return found === undefined ? id : localized(found.instrument.name, locale);
  };
  const table: TableData = {
    caption: words.quality.picture,
    headings: [
      words.quality.questionnaire,
      words.quality.n,
      ...SIGNS.map((sign) => words.quality[sign]),
      words.quality.seconds,
    ],
    rows: instruments.map((row) => [
      instrumentName(row.instrument),
      cell(row.n),
      ...SIGNS.map((sign) => cell(row[sign])),
      figure(row.medianSecondsPerItem),
    ]),
  };
  const rows = instruments.flatMap((row) =>
    row.n.status !== 'shown' || row.n.value === 0
      ? []
      : SIGNS.flatMap((sign) => {
          const count = row[sign];
          return count.status === 'shown' && row.n.status === 'shown'
            ? [
                {
                  label: `${instrumentName(row.instrument)}: ${words.quality[sign]}`,
                  value: count.value / row.n.value,
                  lower: null,
                  upper: null,
                },
              ]
            : [];
        }),
  );
  const hurried = someHurried(instruments);
  return (
    <PictureFrame
      title={words.quality.picture}
      heading="h3"
      table={table}
      file={file}
      source={{ about: words.filters.everybody }}
    >
      <p className="scale-lead">
        {hurried === null ? words.quality.unknown : hurried ? words.quality.some : words.quality.good}
      </p>
      {rows.length > 0 && (
        <Picture
          label={words.quality.picture}
          spec={{
            kind: 'intervals',
            rows,
            domain: [0, Math.min(1, Math.max(0.2, ...rows.map(({ value }) => Math.ceil(value * 10) / 10)))],
            reference: null,
            axis: words.table.share,
            percent: true,
          }}
        />
      )}
      <OpenOnDemand title={words.quality.how}>
        <p>{words.quality.howText}</p>
      </OpenOnDemand>
    </PictureFrame>
  );
}
