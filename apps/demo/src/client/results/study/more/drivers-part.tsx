import type { DriversReport } from '@peerscale/core';
import { fetchDrivers, type StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { formats } from '../../formats.ts';
import { Picture } from '../../plots/picture.tsx';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { figure, percent, type TableData } from '../frame/table-data.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';
import { Loaded } from './loaded.tsx';
import { MorePart, SelectField } from './more-part.tsx';
import { outcomesOf } from './outcomes-of.ts';
import { usePartChoice } from './use-part-choice.ts';

/** What goes along with burnout and satisfaction, of everybody in a closed wave. */
export function DriversPart({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const outcomes = outcomesOf(results);
  const { chosen, choose } = usePartChoice();
  const outcome = outcomes.find(({ key }) => key === chosen('outcome')) ?? outcomes[0];
  if (outcome === undefined) return null;
  const isClosed = results.waves.find(({ number }) => number === results.wave)?.state === 'closed';
  const wave = results.wave!;
  return (
    <MorePart
      place="drivers"
      title={words.drivers.title}
      text={words.drivers.text}
      open={isClosed ? words.drivers.open : null}
      choices={['outcome']}
    >
      {isClosed ? (
        <>
          <SelectField
            label={words.drivers.outcome}
            value={outcome.key}
            options={outcomes.map(({ key, scale }) => [key, localized(scale.name, locale)])}
            onChange={(key) => choose({ outcome: key })}
          />
          <Loaded
            what={`drivers ${results.study.id} ${wave} ${outcome.key}`}
            load={(signal) => fetchDrivers(results.study.id, outcome.key, wave, signal)}
          >
            {(report) => <DriversView report={report} file={[...file, 'drivers', outcome.key]} />}
          </Loaded>
        </>
      ) : (
        <p>{words.drivers.needsClosed}</p>
      )}
    </MorePart>
  );
}

function DriversView({ report, file }: { report: DriversReport; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { percent: share, figure: text } = formats(locale);
  const { rSquared, outcome, n, nDropped, standardErrors } = report;
  const name = localized(outcome.name, locale);
  const predictors = report.predictors.toSorted((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  if (predictors.length === 0 || rSquared.value === null) return <p>{words.drivers.none}</p>;
  const { interval } = rSquared;
  const caption = words.scale.picture(words.drivers.picture, name);
  const rows = predictors.flatMap(({ name: own, share: part }) =>
    part.value === null
      ? []
      : [
          {
            label: localized(own, locale),
            value: part.value,
            lower: part.interval?.lower ?? null,
            upper: part.interval?.upper ?? null,
          },
        ],
  );
  const highest = Math.max(0.05, ...rows.map(({ value, upper }) => upper ?? value));
  const table: TableData = {
    caption,
    headings: [
      words.drivers.predictor,
      words.table.share,
      words.table.lower,
      words.table.upper,
      words.drivers.coefficient,
      words.table.lower,
      words.table.upper,
      words.drivers.standardized,
      words.drivers.r,
    ].map((heading, place) => (place === 5 || place === 6 ? `${heading} (${words.drivers.coefficient})` : heading)),
    rows: predictors.map((predictor) => [
      localized(predictor.name, locale),
      percent(predictor.share.value),
      percent(predictor.share.interval?.lower ?? null),
      percent(predictor.share.interval?.upper ?? null),
      figure(predictor.coefficient.value),
      figure(predictor.coefficient.interval?.lower ?? null),
      figure(predictor.coefficient.interval?.upper ?? null),
      figure(predictor.standardized),
      figure(predictor.r),
    ]),
  };
  return (
    <>
      <p className="scale-lead">
        {interval === null
          ? words.drivers.explainedPlain(share(rSquared.value))
          : words.drivers.explained(share(rSquared.value), share(interval.lower), share(interval.upper))}
      </p>
      <PictureFrame
        title={words.drivers.picture}
        heading="h3"
        table={table}
        file={file}
        source={{ about: words.filters.everybody }}
      >
        <Picture
          label={caption}
          spec={{
            kind: 'intervals',
            rows,
            domain: [0, Math.min(1, Math.ceil(highest * 20) / 20)],
            reference: 0,
            axis: words.drivers.picture,
            percent: true,
          }}
        />
      </PictureFrame>
      <ul className="driver-words">
        {predictors.map(({ id, name: own, coefficient }) => (
          <li key={id}>{driverSentence(localized(own, locale), name, coefficient, words.drivers, text)}</li>
        ))}
      </ul>
      <OpenOnDemand title={words.drivers.how}>
        <p>{words.drivers.howText(n, nDropped, standardErrors)}</p>
      </OpenOnDemand>
    </>
  );
}

/** A slope in a sentence; where its interval contains zero, no more than that it is unclear. */
function driverSentence(
  driver: string,
  outcome: string,
  { value, interval }: DriversReport['predictors'][number]['coefficient'],
  words: { readonly [Kind in 'higher' | 'lower']: (driver: string, outcome: string, b: string) => string } & {
    readonly unclear: (driver: string) => string;
  },
  text: (value: number) => string,
): string {
  if (value === null || interval === null || (interval.lower <= 0 && interval.upper >= 0)) return words.unclear(driver);
  return words[value > 0 ? 'higher' : 'lower'](driver, outcome, text(Math.abs(value)));
}
