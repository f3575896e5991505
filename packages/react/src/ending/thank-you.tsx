import type { FormMessages } from '@peerscale/form';
import { useEffect, useRef } from 'react';
import type { SurveyFormApi } from '../form/use-survey-form.ts';
import type { FormState } from '../session/form-controller.ts';

export interface ThankYouProps {
  readonly form: SurveyFormApi;
  readonly texts: FormMessages;
  readonly state: FormState;
}

/** What stands in place of the form once the answers have arrived. Takes the focus: the button pressed is gone. */
export function ThankYou({ form, texts, state }: ThankYouProps) {
  const box = useRef<HTMLDivElement>(null);
  const { submitted, delivery } = state;
  useEffect(() => {
    if (submitted) box.current?.focus();
  }, [submitted]);
  const isEarlier = delivery.status === 'saved' && delivery.earlier;
  return (
    <div ref={box} tabIndex={-1} className="peerscale-thanks">
      <h2 id={`${form.id}-title`} className="peerscale-title">
        {texts.sentTitle}
      </h2>
      <p className="peerscale-intro">{isEarlier ? texts.sentEarlier : texts.sentText}</p>
      {form.keep === 'none' && (
        <div className="peerscale-buttons">
          <button type="button" className="peerscale-button" onClick={() => void form.clear()}>
            {texts.anotherForm}
          </button>
        </div>
      )}
    </div>
  );
}
