import type { FormMessages } from '@peerscale/form';
import { useEffect, useRef } from 'react';

export interface OpenQuestionsProps {
  readonly texts: FormMessages;
  /** How many questions are open, in words. */
  readonly message: string;
  readonly onShow: () => void;
  readonly onSendAnyway: () => void;
}

/** Says, before sending, how many questions are open. Takes the focus, so that it is heard as well as seen. */
export function OpenQuestions({ texts, message, onShow, onSendAnyway }: OpenQuestionsProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <fieldset ref={box} tabIndex={-1} className="peerscale-question-box">
      <legend className="peerscale-question-text">
        {message} {texts.openHint}
      </legend>
      <div className="peerscale-buttons">
        <button type="button" className="peerscale-button peerscale-button-main" onClick={onShow}>
          {texts.showOpen}
        </button>
        <button type="button" className="peerscale-button" onClick={onSendAnyway}>
          {texts.sendAnyway}
        </button>
      </div>
    </fieldset>
  );
}
