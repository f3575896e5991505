import { useEffect, useRef, useState } from 'react';
import { formatMessage } from '../format-message.ts';
import type { ChosenLabels } from '../messages.ts';
import { ClearAnswers } from './clear-answers.tsx';
import { OpenQuestions } from './open-questions.tsx';
import type { FormSession } from './use-form-session.ts';

export interface SendingBarProps {
  readonly labels: ChosenLabels;
  readonly session: FormSession;
  readonly onShow: (item: string) => void;
  readonly onClear: () => void;
}

/**
 * The end of the form: send, try again, clear. The button is our own and outside of SurveyJS's navigation: SurveyJS
 * leaves its running state before anything has been handed over, cannot say "busy" on its button, validates before it
 * asks, and replaces the questions by HTML of its own. Here the questions stay as they are until the record has arrived.
 */
export function SendingBar({ labels, session, onShow, onClear }: SendingBarProps) {
  const { texts, locale } = labels;
  const { open, state } = session;
  const [asking, setAsking] = useState(false);
  const send = useRef<HTMLButtonElement>(null);
  const busy = state === 'sending';
  const first = open[0];

  // "Send anyway" disappears with the box it stands in: the focus goes to the button that says how it is going.
  useEffect(() => {
    if (busy) send.current?.focus();
  }, [busy]);

  const submit = () => {
    setAsking(false);
    void session.send();
  };
  const asks = asking && first !== undefined;
  const answered = Object.keys(session.answers).length > 0;
  return (
    <div className="peerscale-sending">
      <div role="alert" className="peerscale-alert">
        {state === 'failed' && <p>{texts.failed}</p>}
      </div>
      {asks ? (
        <OpenQuestions
          texts={texts}
          message={formatMessage(locale, texts.open, { count: open.length })}
          onShow={() => {
            setAsking(false);
            onShow(first);
          }}
          onSendAnyway={submit}
        />
      ) : (
        <button
          ref={send}
          type="button"
          className="peerscale-button peerscale-button-main peerscale-button-send"
          aria-disabled={busy}
          aria-busy={busy}
          onClick={() => {
            if (busy) return;
            if (first === undefined) submit();
            else setAsking(true);
          }}
        >
          {busy ? texts.sending : state === 'failed' ? texts.retry : texts.submit}
        </button>
      )}
      {answered && !busy && !asks && <ClearAnswers texts={texts} onClear={onClear} />}
    </div>
  );
}
