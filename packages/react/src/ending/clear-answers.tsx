import type { FormMessages } from '@peerscale/form';
import { useEffect, useRef, useState } from 'react';

export interface ClearAnswersProps {
  readonly texts: FormMessages;
  readonly onClear: () => void;
}

/**
 * A button that clears the answers after asking. It asks in the page: `window.confirm` is blocked in frames and speaks
 * the language of the browser. The focus goes to "keep", the answer that loses nothing, and Escape means the same.
 */
export function ClearAnswers({ texts, onClear }: ClearAnswersProps) {
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) button.current?.focus();
    asked.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <button ref={button} type="button" className="peerscale-button-quiet" onClick={() => setAsking(true)}>
        {texts.clear}
      </button>
    );
  }
  const cancel = () => setAsking(false);
  return (
    <fieldset className="peerscale-question-box" onKeyDown={(event) => event.key === 'Escape' && cancel()}>
      <legend className="peerscale-question-text">{texts.clearQuestion}</legend>
      <div className="peerscale-buttons">
        <button ref={keep} type="button" className="peerscale-button" onClick={cancel}>
          {texts.clearCancel}
        </button>
        <button type="button" className="peerscale-button" onClick={onClear}>
          {texts.clearConfirm}
        </button>
      </div>
    </fieldset>
  );
}
