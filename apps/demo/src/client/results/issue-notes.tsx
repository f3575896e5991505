import type { StudyIssue, StudyReport } from '@peerscale/core';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';

/** What a report's issues say, in plain words of the reader's language. */
export function IssueNotes({ issues, report }: { issues: readonly StudyIssue[]; report: StudyReport }) {
  const { locale, words } = useLanguage();
  const notes = new Set(
    issues.map(({ code, item }) => {
      const label = report.items.find(({ id }) => id === item)?.label;
      return words.issues[code]({
        item: label === undefined ? (item ?? '') : localized(label, locale),
        minimum: report.minimumGroupSize,
      });
    }),
  );
  if (notes.size === 0) return null;
  return (
    <ul className="notes" aria-label={words.results.notes}>
      {[...notes].map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
