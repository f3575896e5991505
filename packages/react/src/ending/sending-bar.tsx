import type { ChosenMessages } from '@peerscale/form';
import { formatMessage } from '@peerscale/form/keeping';
import { useEffect, useRef, useState } from 'react';
import type { SurveyFormApi } from '../form/use-survey-form.ts';
import { ClearAnswers } from './clear-answers.tsx';
import { OpenQuestions } from './open-questions.tsx';

export interface SendingBarProps {
  readonly labels: ChosenMessages;
  readonly form: SurveyFormApi;
  readonly onClear: () => void;
}

/**
 * The end of the form: send, try again, clear. The button is our own and outside of SurveyJS's navigation: SurveyJS
 * leaves its running state before anything has been handed over, cannot say "busy" on its button, and replaces the
 * questions by HTML of its own. Here the questions stay as they are until the record has arrived.
 */
export function SendingBar({ labels, form, onClear }: SendingBarProps) {
  const { texts, locale } = labels;
  const { open, status } = form;
  const [asking, setAsking] = useState(false);
  const send = useRef<HTMLButtonElement>(null);
  const busy = status === 'sending';
  const first = open[0];

  // "Send anyway" disappears with the box it stands in: the focus goes to the button that says how it is going.
  useEffect(() => {
    if (busy) send.current?.focus();
  }, [busy]);

  const submit = async (anyway: boolean) => {
    setAsking(false);
    if ((await form.submit(anyway)) === 'open') setAsking(true);
  };
  const asks = asking && first !== undefined;
  const answered = form.state !== null && Object.keys(form.state.answers).length > 0;
  return (
    <div className="peerscale-sending">
      <div role="alert" className="peerscale-alert">
        {status === 'failed' && <p>{texts.failed}</p>}
      </div>
      {asks ? (
        <OpenQuestions
          texts={texts}
          message={formatMessage(locale, texts.open, { count: open.length })}
          onShow={() => {
            setAsking(false);
            form.focus(first);
          }}
          onSendAnyway={() => void submit(true)}
        />
      ) : (
        <button
          ref={send}
          type="button"
          className="peerscale-button peerscale-button-main peerscale-button-send"
          aria-disabled={busy}
          aria-busy={busy}
          onClick={() => {
            if (!busy) void submit(false);
          }}
        >
          {busy ? texts.sending : status === 'failed' ? texts.retry : texts.submit}
        </button>
      )}
      {answered && !busy && !asks && <ClearAnswers texts={texts} onClear={onClear} />}
    </div>
  );
}
