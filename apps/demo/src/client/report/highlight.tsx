import type { TeamReport } from '../api/report.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { reportWords } from '../words/report.ts';
import { besideWhole, sinceLast } from './compare.ts';
import { numbersOf } from './numbers.ts';
import { scaleName } from './scale-name.ts';
import { ScalePicture } from './scale-picture.tsx';
import { topicOf } from './topic-of.ts';

/** One scale on the first page, in plain words: what it is about, where the team is, and what has changed. */
export function Highlight({ scale }: { scale: TeamReport['scales'][number] }) {
  const { locale } = useLanguage();
  const words = useWords(reportWords);
  const { team, whole, possible, favourable } = scale;
  if (team.status !== 'shown') return null;
  const numbers = numbersOf(possible, locale);
  const topic = topicOf(`${scale.instrument}/${scale.id}`);
  const changed = sinceLast(scale);
  const comparedWith = whole.status === 'shown' ? whole.value : null;
  return (
    <li className="highlight">
      <h3>{scaleName(scale, words, locale)}</h3>
      {topic !== undefined && <p>{words.about(words.topics[topic].about)}</p>}
      <ScalePicture scale={scale} />
      <p className="highlight-figures">
        <strong>
          {words.figures(numbers.mean(team.value.mean), comparedWith === null ? null : numbers.mean(comparedWith.mean))}
        </strong>{' '}
        <span className="quiet">
          {words.range(
            numbers.end(possible.minimum),
            numbers.end(possible.maximum),
            localized(scale.highMeans, locale),
          )}
        </span>
      </p>
      <p>
        {comparedWith !== null && words.compared[besideWhole(team.value, comparedWith, favourable)]}{' '}
        {changed !== undefined && words.changed[changed]}
      </p>
    </li>
  );
}
