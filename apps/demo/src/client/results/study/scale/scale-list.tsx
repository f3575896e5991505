import { Link } from 'react-aria-components';
import type { InstrumentResults, ScaleResults, StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { formats } from '../../formats.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { useChoice } from '../use-choice.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { directionOf, isBetter } from './change-sentences.ts';
import { hasEarlierWave } from './has-earlier-wave.ts';

/** All scales on one look: where the mean lies on the possible range, and what became of it. Each leads to its details. */
export function ScaleList({ results, chosen }: { results: StudyResults; chosen: string | undefined }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const allWithout = results.instruments.every(({ validation }) => validation === 'none yet');
  return (
    <div className="scale-list">
      {allWithout && <p className="note">{words.scales.validationOfAll}</p>}
      {results.instruments.map(({ instrument, scales, responses, validation }) => (
        <div key={`${instrument.id}@${instrument.version}`} className="scale-group">
          <h3>{localized(instrument.name, locale)}</h3>
          <p className="quiet">
            {responses.status === 'shown' && `${words.scales.answers(responses.value)}. `}
            {validation === 'none yet' && !allWithout && words.scales.validation}
          </p>
          <ul>
            {scales.map((scale) => (
              <ScaleLine
                key={scale.id}
                scale={scale}
                instrument={instrument}
                results={results}
                isChosen={`${instrument.id}/${scale.id}` === chosen}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface ScaleLineProps {
  readonly scale: ScaleResults;
  readonly instrument: InstrumentResults['instrument'];
  readonly results: StudyResults;
  readonly isChosen: boolean;
}

function ScaleLine({ scale, instrument, results, isChosen }: ScaleLineProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { hrefWith } = useChoice();
  const { figure: text, short } = formats(locale);
  const { figure, possible } = scale;
  const key = `${instrument.id}/${scale.id}`;
  return (
    <li data-scale={key} data-chosen={isChosen || undefined}>
      <Link
        href={hrefWith({ scale: key })}
        className="scale-link"
        {...(isChosen ? { 'aria-current': 'true' as const } : {})}
      >
        {localized(scale.name, locale)}
      </Link>
      {figure.status === 'shown' ? (
        <>
          <span className="scale-mean">
            <span className="visually-hidden">
              {words.scales.where(text(figure.value.mean), short(possible.minimum), short(possible.maximum))}
            </span>
            <span aria-hidden="true">{text(figure.value.mean)}</span>
          </span>
          <Ruler scale={scale} />
          <ChangeTag scale={scale} hasBefore={hasEarlierWave(scale, results)} />
        </>
      ) : (
        <span className="scale-hidden">
          {figure.status === 'no-data'
            ? words.hidden.noData
            : hiddenSentence(figure.reason, results.study.minimumGroupSize, words.hidden, nameOf)}
        </span>
      )}
    </li>
  );
}

/** The mean with its interval on the possible range, as a picture without words: the words stand beside it. */
function Ruler({ scale: { figure, possible } }: { scale: ScaleResults }) {
  if (figure.status !== 'shown') return null;
  const { minimum, maximum } = possible;
  const at = (value: number) => 100 * Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
  const { mean, interval } = figure.value;
  return (
    <svg className="ruler" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line x1="0" x2="100" y1="7" y2="7" className="ruler-line" />
      {interval !== null && (
        <line x1={at(interval.lower)} x2={at(interval.upper)} y1="7" y2="7" className="ruler-interval" />
      )}
      <line x1={at(mean)} x2={at(mean)} y1="1" y2="13" className="ruler-mean" />
    </svg>
  );
}

interface ChangeTagProps {
  readonly scale: ScaleResults;
  readonly hasBefore: boolean;
}

function ChangeTag({ scale: { change, favourable }, hasBefore }: ChangeTagProps) {
  const { locale } = useLanguage();
  const { changeWords, scales } = useResultsWords();
  if (change === null) return <span className="change quiet">{hasBefore ? scales.hiddenBefore : scales.noChange}</span>;
  const direction = directionOf(change);
  if (direction === 'steady') return <span className="change quiet">{changeWords.steady}</span>;
  if (direction === 'unknown') return <span className="change quiet">{scales.unknownChange}</span>;
  const better = isBetter(direction, favourable);
  const judgement = better === null ? '' : ` (${better ? changeWords.better : changeWords.worse})`;
  return (
    <span className="change" data-better={better ?? undefined}>
      {changeWords.short[direction]} {formats(locale).figure(Math.abs(change.difference))}
      {judgement}
    </span>
  );
}
