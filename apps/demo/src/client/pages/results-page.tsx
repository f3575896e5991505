import { useEffect, useRef, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { fetchReport, fetchStudies, type ReleasedReport, type StudySummary } from '../api.ts';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { failureText, ProblemPage } from '../parts/problem.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { formats } from '../results/formats.ts';
import { ReportView } from '../results/report-view.tsx';
import { PictureSourceContext } from '../results/study/frame/saved/picture-source.ts';
import { type Resource, useResource } from '../use-resource.ts';

const REFRESH_EVERY_MS = 10_000;

interface Results {
  readonly study: StudySummary | undefined;
  readonly report: ReleasedReport;
}

async function fetchResults(id: string, signal: AbortSignal): Promise<Results> {
  const [studies, report] = await Promise.all([fetchStudies(signal), fetchReport(id, signal)]);
  return { study: studies.find((study) => study.id === id), report };
}

export default function ResultsPage({ study: id }: { study: string }) {
  const { locale, words, href } = useLanguage();
  const results = useResource(`results ${id}`, (signal) => fetchResults(id, signal), REFRESH_EVERY_MS);
  const { value, failure, loading, reload } = results;
  if (value === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const { study, report } = value;
  const title = localized(study?.title ?? report.instrument.name, locale);
  const { minimumGroupSize } = report;
  const source = { study: title, simulated: study?.simulated ?? false, minimumGroupSize, waves: [] };
  return (
    <>
      <PageHeading eyebrow={words.results.title} title={title} />
      {study?.simulated && <SimulatedNote />}
      <Freshness results={results} />
      <PictureSourceContext value={source}>
        <ReportView report={report} formPath={href(`/s/${id}`)} />
      </PictureSourceContext>
      <p className="actions">
        <Link className="button" href={href(`/s/${id}`)}>
          {words.results.answer}
        </Link>
        <Link className="button" href={href('/')}>
          {words.backToStudies}
        </Link>
      </p>
    </>
  );
}

/** How old the figures are, a button for newer ones, and a polite word when the number of respondents has changed. */
function Freshness({ results }: { results: Resource<Results> }) {
  const { locale, words } = useLanguage();
  const { value, loadedAt, failure, loading, reload } = results;
  const announcement = useChange(value?.report.respondents, (respondents) =>
    typeof respondents === 'number' ? words.results.updated(words.results.respondents(respondents)) : '',
  );
  const time = loadedAt === undefined ? '' : formats(locale).time(loadedAt);
  return (
    <div className="freshness">
      <Button className="button" onPress={reload}>
        {words.results.refresh}
      </Button>
      {failure === undefined ? (
        <p className="quiet">{words.results.loadedAt(time)}</p>
      ) : (
        <p className="note warning" role="alert">
          {words.results.stale(time)} {failureText(failure, words)}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      {/* tells people who see the button that a press did something, without moving the text beside it */}
      <span className="busy" data-busy={loading} aria-hidden="true" />
    </div>
  );
}

/** Empty until `value` changes for the first time; from then on what `say` makes of the newest one. */
function useChange<T>(value: T, say: (value: T) => string): string {
  const last = useRef(value);
  const [text, setText] = useState('');
  useEffect(() => {
    if (Object.is(last.current, value)) return;
    last.current = value;
    setText(say(value));
  });
  return text;
}
