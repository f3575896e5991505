import type { ChosenMessages } from '@peerscale/form';
import { formatMessage } from '@peerscale/form/keeping';
import { useEffect, useRef } from 'react';
import type { SurveyFormApi } from '../form/use-survey-form.ts';

/**
 * Progress is spoken at each quarter of the way only; a new answer to an answered question says nothing. That answers are
 * back is spoken as well.
 */
export function useSpokenProgress(
  { answered, total, status, state }: SurveyFormApi,
  { texts, locale }: ChosenMessages,
  announce: (text: string) => void,
): void {
  const quarter = total === 0 ? 0 : Math.floor((4 * answered) / total);
  const spoken = useRef(0);
  const isRestored = state?.restored === true && status !== 'loading';
  useEffect(() => {
    if (quarter > spoken.current) announce(formatMessage(locale, texts.progress, { answered, total }));
    spoken.current = quarter;
  }, [quarter]);
  useEffect(() => {
    if (isRestored) announce(texts.restored);
  }, [isRestored, texts.restored, announce]);
}
