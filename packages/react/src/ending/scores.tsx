import type { ChosenMessages, FormAnswers, FormContent } from '@peerscale/form';
import { type ComponentType, useEffect, useState } from 'react';

export interface ScoresProps {
  readonly content: FormContent;
  readonly answers: FormAnswers;
  readonly labels: ChosenMessages;
}

/** A respondent's own scores where the study shows them. What works them out is loaded when there is something to show. */
export function Scores(props: ScoresProps) {
  const [Panel, setPanel] = useState<ComponentType<ScoresProps> | null>(null);
  const isShown = props.content.plan.showScores !== undefined;
  useEffect(() => {
    if (!isShown) return;
    // where it cannot be loaded there are no scores: the answers have arrived, which is what counts
    import('./scores-panel.tsx').then(
      ({ ScoresPanel }) => setPanel(() => ScoresPanel),
      () => {},
    );
  }, [isShown]);
  return isShown && Panel !== null ? <Panel {...props} /> : null;
}
