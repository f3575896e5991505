import { Link } from 'react-aria-components';
import type { Invitation } from '../api/answer.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { answerWords } from '../words/answer.ts';

/** What becomes of answers, in the study's own figures: everything a person should know before the first question. */
export function WhatHappens({ study, kind }: Pick<Invitation, 'study' | 'kind'>) {
  const { href } = useLanguage();
  const { begin } = useWords(answerWords);
  const { minimumGroupSize, minimumTextSize, linkage, retentionDays } = study;
  return (
    <>
      <ul className="promises">
        <li>{begin.free}</li>
        <li>{begin.nameless}</li>
        {kind === 'token' && <li>{begin.linkOnce}</li>}
        <li>{begin.figures(minimumGroupSize)}</li>
        <li>{begin.texts(minimumTextSize)}</li>
        {linkage === 'code' && <li>{begin.code}</li>}
        {retentionDays !== null && <li>{begin.kept(retentionDays)}</li>}
        <li>{begin.takeBack}</li>
      </ul>
      <p>
        <Link href={href(`/rights?study=${study.id}`)} target="_blank">
          {begin.everything}
        </Link>
      </p>
    </>
  );
}
