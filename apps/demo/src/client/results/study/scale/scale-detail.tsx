import type { RefObject } from 'react';
import type { StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { formats } from '../../formats.ts';
import { aboutWhom } from '../filter-bar.tsx';
import { hiddenSentence } from '../hidden-sentence.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { changeSentences } from './change-sentences.ts';
import { ComparePictures } from './compare-pictures.tsx';
import { DistributionPart } from './distribution-part.tsx';
import { hasEarlierWave } from './has-earlier-wave.ts';
import type { KeyedScale } from './scale-key.ts';
import { Trust } from './trust.tsx';
import { WavesPart } from './waves-part.tsx';

interface ScaleDetailProps {
  readonly chosen: KeyedScale;
  readonly results: StudyResults;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly file: readonly string[];
}

/** One scale: its mean in a sentence, its spread, its change, its comparisons, and how far all that can be trusted. */
export function ScaleDetail({ chosen, results, headingRef, file }: ScaleDetailProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const format = formats(locale);
  const { scale, key, instrument } = chosen;
  const { figure, possible, change } = scale;
  const ends = [format.short(possible.minimum), format.short(possible.maximum)] as const;
  const waveName = results.waves.find(({ number }) => number === change?.from)?.name ?? String(change?.from ?? '');
  const part = { scale, results, name: localized(scale.name, locale), file: [...file, key] };
  return (
    <div className="scale-detail" data-detail={key}>
      <h3 ref={headingRef} tabIndex={-1}>
        {part.name}
        <span className="eyebrow"> {localized(instrument.instrument.name, locale)}</span>
      </h3>
      <p className="quiet">
        {words.scale.highMeans(localized(scale.highMeans, locale))}{' '}
        {words.filters.figuresOf(aboutWhom(results, words.filters.everybody))}
      </p>
      {figure.status === 'shown' ? (
        <>
          <p className="scale-lead">
            <strong data-figure="mean">
              {words.scale.mean(figure.value.n, format.figure(figure.value.mean), ...ends)}
            </strong>{' '}
            {figure.value.interval !== null &&
              words.scale.interval(
                format.percent(figure.value.interval.level),
                format.figure(figure.value.interval.lower),
                format.figure(figure.value.interval.upper),
              )}
          </p>
          <p data-figure="change">
            {change === null
              ? hasEarlierWave(scale, results)
                ? words.changeWords.hiddenBefore
                : words.changeWords.none
              : changeSentences(change, scale.favourable, waveName, words.changeWords, format).join(' ')}
          </p>
        </>
      ) : (
        <p className="note warning">
          {figure.status === 'no-data'
            ? words.hidden.noData
            : hiddenSentence(figure.reason, results.study.minimumGroupSize, words.hidden, nameOf)}
        </p>
      )}
      <div className="two-columns">
        <DistributionPart {...part} />
        <WavesPart {...part} />
      </div>
      <ComparePictures {...part} />
      <Trust scale={scale} />
      <p className="actions">
        <a href="#scales">{words.scales.toList}</a>
      </p>
    </div>
  );
}

/** What every part of a scale's details is given. */
export interface ScalePartProps {
  readonly scale: KeyedScale['scale'];
  readonly results: StudyResults;
  readonly name: string;
  readonly file: readonly string[];
}
