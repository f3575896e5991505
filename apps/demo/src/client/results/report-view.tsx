import { Link } from 'react-aria-components';
import type { ReleasedReport } from '../api.ts';
import { useLanguage } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { IssueNotes } from './issue-notes.tsx';
import { ScaleResults } from './scale-results.tsx';

/** A study's report in words, tables and pictures. "Suppressed" and "no answers yet" are two different things to say. */
export function ReportView({ report, formPath }: { report: ReleasedReport; formPath: string }) {
  const { words } = useLanguage();
  if (report.respondents === null) {
    return (
      <section className="card">
        <h2>{words.results.suppressedTitle}</h2>
        <p>{words.results.suppressed(report.minimumGroupSize)}</p>
      </section>
    );
  }
  if (report.respondents === 0) {
    return (
      <section className="card">
        <h2>{words.results.none}</h2>
        <p>{words.results.noneText}</p>
        <p className="actions">
          <Link className="button primary" href={formPath}>
            {words.results.firstAnswer}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <>
      <p className="respondents">{words.results.respondents(report.respondents)}</p>
      <p className="quiet">{words.results.next(report.release.next)}</p>
      {report.validation === 'none yet' && (
        <p className="note">
          <strong>{words.results.validation}</strong> {words.results.validationText}
        </p>
      )}
      <IssueNotes issues={report.issues} report={report} />
      <Expandable title={words.items.howToRead}>
        <p>{words.items.explanation}</p>
      </Expandable>
      {report.scales.map((scale) => (
        <ScaleResults key={scale.id} scale={scale} report={report} />
      ))}
    </>
  );
}
