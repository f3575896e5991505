import type { StudyReport, StudyScale } from '@peerscale/core';
import { useId } from 'react';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Distribution } from './distribution.tsx';
import { formats } from './formats.ts';
import { IssueNotes } from './issue-notes.tsx';
import { ItemTable } from './item-table.tsx';
import { MoreCoefficients } from './more-coefficients.tsx';
import { verdict } from './verdict.ts';

/** One scale: its score, how far the score can be trusted, how the scores are spread, and its items. */
export function ScaleResults({ scale, report }: { scale: StudyScale; report: StudyReport }) {
  const { locale, words } = useLanguage();
  const id = useId();
  const { figure, short } = formats(locale);
  const { score, reliability, distribution, possible } = scale;
  const name = localized(scale.name, locale);
  const alpha = reliability?.alpha;
  const none = words.scale.noFigure;
  // with a score, the only thing suppressed is the distribution, which says so in its own place
  const issues = score === null ? scale.issues : scale.issues.filter(({ code }) => code !== 'suppressed');
  return (
    <section className="card scale" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>{words.scale.highMeans(localized(scale.highMeans, locale))}</p>
      {score !== null && (
        <dl className="figures">
          <div>
            <dt>{words.scale.mean}</dt>
            <dd className="figure" data-figure="mean">
              {figure(score.mean, none)}
            </dd>
            <dd>{words.scale.meanRange(short(possible.minimum), short(possible.maximum))}</dd>
          </div>
          <div>
            <dt>{words.scale.sd}</dt>
            <dd className="figure" data-figure="sd">
              {figure(score.sd, none)}
            </dd>
            <dd>{words.scale.sdNote(score.n)}</dd>
          </div>
          {alpha !== undefined && (
            <div>
              <dt>{words.scale.alpha}</dt>
              <dd className="figure" data-figure="alpha">
                {figure(alpha.value, none)}
              </dd>
              {alpha.interval.lower !== null && alpha.interval.upper !== null && (
                <dd data-figure="interval">
                  {words.scale.interval(
                    formats(locale).percent(alpha.interval.level),
                    figure(alpha.interval.lower),
                    figure(alpha.interval.upper),
                  )}
                </dd>
              )}
            </div>
          )}
        </dl>
      )}
      <IssueNotes issues={[...issues, ...(reliability?.issues ?? [])]} report={report} />
      {reliability !== null && (
        <>
          <h3>{words.scale.howSure}</h3>
          <p>{verdict(reliability, words.verdict, formats(locale)).join(' ')}</p>
          <p>{words.scale.listwise(reliability.nDropped, reliability.n + reliability.nDropped)}</p>
          <MoreCoefficients alpha={reliability.alpha} />
        </>
      )}
      {score !== null && distribution === null && (
        <>
          <h3>{words.distribution.title}</h3>
          <p>{words.distribution.suppressed(report.distributionGroupSize)}</p>
        </>
      )}
      {score !== null && distribution !== null && (
        <Distribution from={report.distributionGroupSize} name={name} scale={scale} distribution={distribution} />
      )}
      {reliability !== null && (
        <>
          <h3>{words.items.title}</h3>
          <ItemTable name={name} statistics={reliability.itemStatistics} items={report.items} />
        </>
      )}
    </section>
  );
}
