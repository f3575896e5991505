import { useEffect, useRef, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import type { StudyResults } from '../../api/results.ts';
import { useLanguage } from '../../language-context.ts';
import type { Resource } from '../../use-resource.ts';
import { formats } from '../formats.ts';
import { useChoice } from './use-choice.ts';
import { useResultsWords } from './use-results-words.ts';

interface LiveNoteProps {
  readonly results: StudyResults;
  readonly resource: Pick<Resource<StudyResults>, 'loadedAt' | 'failure' | 'reload'>;
}

/** Of an open wave: why there are no figures yet, how old the counts are, and a polite word when more people have answered. */
export function LiveNote({ results, resource }: LiveNoteProps) {
  const { locale, words: common } = useLanguage();
  const words = useResultsWords();
  const { hrefWith } = useChoice();
  const { participation, waves, wave } = results;
  const { loadedAt, failure, reload } = resource;
  const answered = participation?.responses.status === 'shown' ? participation.responses.value : undefined;
  const news = useNews(answered, (n) => words.live.updated(n));
  const before = waves.findLast(({ number, state }) => number < (wave ?? 0) && state === 'closed');
  const time = loadedAt === undefined ? '' : formats(locale).time(loadedAt);
  return (
    <div className="note live-note">
      <p>{words.live.note}</p>
      <div className="freshness">
        <Button className="button" onPress={reload}>
          {words.live.refresh}
        </Button>
        {before !== undefined && (
          <Link className="button" href={hrefWith({ wave: before.number })}>
            {words.live.before}
          </Link>
        )}
        {failure === undefined ? (
          <span className="quiet">{words.live.asOf(time)}</span>
        ) : (
          <span role="alert">
            {words.live.stale(time)} {failure === 'unreachable' ? common.problem.unreachable : common.problem.other}
          </span>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </div>
  );
}

/** Empty until the number changes for the first time; from then on what `say` makes of the newest one. */
function useNews(value: number | undefined, say: (value: number) => string): string {
  const last = useRef(value);
  const [text, setText] = useState('');
  useEffect(() => {
    if (last.current === value) return;
    const isFirst = last.current === undefined;
    last.current = value;
    if (value !== undefined && !isFirst) setText(say(value));
  });
  return text;
}
