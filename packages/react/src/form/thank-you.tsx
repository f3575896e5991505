import { useEffect, useRef } from 'react';
import type { SurveyFormLabels } from '../messages.ts';

export interface ThankYouProps {
  readonly titleId: string;
  readonly texts: SurveyFormLabels;
}

/** What stands in place of the form once the answers have arrived. Takes the focus: the button pressed is gone. */
export function ThankYou({ titleId, texts }: ThankYouProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="peerscale-thanks">
      <h2 id={titleId} className="peerscale-title">
        {texts.sentTitle}
      </h2>
      <p className="peerscale-intro">{texts.sentText}</p>
    </div>
  );
}
