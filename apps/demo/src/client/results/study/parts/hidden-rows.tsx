import type { Shown, StudyResults } from '../../../api/results.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';

interface HiddenRowsProps {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly figure: Shown<unknown> }[];
  readonly results: StudyResults;
}

/** Which rows a picture leaves out and why, the same reason said once. */
export function HiddenRows({ rows, results }: HiddenRowsProps) {
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const namesBySentence = new Map<string, string[]>();
  for (const { name, figure } of rows) {
    if (figure.status !== 'suppressed') continue;
    const sentence = hiddenSentence(figure.reason, results.study.minimumGroupSize, words.hidden, nameOf);
    namesBySentence.set(sentence, [...(namesBySentence.get(sentence) ?? []), name]);
  }
  if (namesBySentence.size === 0) return null;
  return (
    <div className="hidden-notes">
      <p>
        <strong>{words.hidden.title}</strong>
      </p>
      <ul>
        {[...namesBySentence].map(([sentence, names]) => (
          <li key={sentence}>
            <strong>{names.join('; ')}:</strong> {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
