import { useEffect } from 'react';
import { Button, Link } from 'react-aria-components';
import type { Closed } from '../api/answer.ts';
import { longDay } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { requestHeadingFocus } from '../router.ts';
import { answerWords } from '../words/answer.ts';
import { LeftOverNote } from './left-over-note.tsx';
import { forgetPlace } from './place.ts';

export interface LinkProblemProps {
  readonly closed: Closed | 'no-link' | 'unreachable';
  readonly secret: string | null;
  readonly retry: () => void;
}

/** A link that opens no form: why, and what a person can do. Nobody did anything wrong. */
export function LinkProblem({ closed, secret, retry }: LinkProblemProps) {
  const { locale, href } = useLanguage();
  const { closed: words } = useWords(answerWords);
  const reason = typeof closed === 'string' ? closed : closed.reason;
  const isFinal = reason === 'not-valid' || reason === 'over';
  useEffect(() => {
    if (isFinal) forgetPlace();
  }, [isFinal]);
  const title = {
    'no-link': words.title,
    'not-valid': words.title,
    over: words.overTitle,
    'not-open': words.notOpenTitle,
    unreachable: words.unreachableTitle,
  }[reason];
  const opensOn = typeof closed === 'object' && closed.reason === 'not-open' ? closed.opensOn : undefined;
  return (
    <div className="answer-page">
      <PageHeading title={title} />
      {reason === 'no-link' && <p className="lead">{words.noLink}</p>}
      {reason === 'not-valid' && (
        <>
          <p className="lead">{words.notValid}</p>
          <p>{words.notValidHelp}</p>
        </>
      )}
      {reason === 'over' && <p className="lead">{words.over}</p>}
      {reason === 'not-open' && (
        <p className="lead">{opensOn === undefined ? words.notOpen : words.opensOn(longDay(opensOn, locale))}</p>
      )}
      {reason === 'unreachable' && <p className="lead">{words.unreachable}</p>}
      {isFinal && secret !== null && <LeftOverNote secret={secret} />}
      <p className="actions">
        {(reason === 'unreachable' || reason === 'not-open') && (
          <Button
            className="button primary"
            onPress={() => {
              requestHeadingFocus();
              retry();
            }}
          >
            {words.retry}
          </Button>
        )}
        <Link className="button" href={href('/withdraw')}>
          {words.takeBack}
        </Link>
        <Link className="button" href={href('/rights')}>
          {words.rights}
        </Link>
      </p>
    </div>
  );
}
