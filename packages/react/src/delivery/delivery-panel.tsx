import type { ChosenMessages, DeliveryState } from '@peerscale/form';
import { formatMessage } from '@peerscale/form/delivery';
import { useEffect, useRef, useState } from 'react';
import type { SurveyFormApi } from '../form/use-survey-form.ts';

export interface DeliveryPanelProps {
  readonly form: SurveyFormApi;
  readonly labels: ChosenMessages;
  readonly delivery: DeliveryState;
}

/** Where a record is that the person has handed over, until it has arrived: plainly, and with what they can do. */
export function DeliveryPanel({ form, labels, delivery }: DeliveryPanelProps) {
  const { texts } = labels;
  const title = useRef<HTMLHeadingElement>(null);
  const [saved, setSaved] = useState(false);
  const isOwn = form.state?.submitted === true;
  useEffect(() => {
    if (isOwn) title.current?.focus();
  }, [isOwn]);
  if (delivery.status === 'idle' || delivery.status === 'saved') return null;
  const { status } = delivery;
  const isRefused = status === 'refused';
  const isSending = status === 'sending';
  const hint = isRefused ? texts.refusedHint : isSending ? null : delivery.kept ? texts.mayClose : texts.leaveOpen;
  const reasons = isRefused ? [delivery.refusal.detail ?? delivery.refusal.title, ...delivery.refusal.errors] : [];
  return (
    <div className={isRefused ? 'peerscale-panel peerscale-panel-bad' : 'peerscale-panel'}>
      <h2 ref={title} id={`${form.id}-title`} className="peerscale-title" tabIndex={-1}>
        {isRefused ? texts.refused : texts.sending}
      </h2>
      <p role="status" className="peerscale-intro">
        {wordsFor(delivery, labels)}
      </p>
      {hint !== null && <p className="peerscale-intro">{hint}</p>}
      {reasons.length > 0 && (
        <ul className="peerscale-refusal" dir="auto">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {!isSending && (
        <div className="peerscale-buttons">
          {!isRefused && (
            <button type="button" className="peerscale-button peerscale-button-main" onClick={form.retry}>
              {texts.retry}
            </button>
          )}
          <button
            type="button"
            className={isRefused ? 'peerscale-button peerscale-button-main' : 'peerscale-button'}
            onClick={() => setSaved(form.saveAsFile())}
          >
            {texts.saveFile}
          </button>
          {isRefused && (
            <button type="button" className="peerscale-button-quiet" onClick={() => void form.discard()}>
              {texts.discard}
            </button>
          )}
        </div>
      )}
      <p role="status" className="peerscale-note">
        {saved && texts.fileSaved}
      </p>
    </div>
  );
}

function wordsFor(delivery: DeliveryState, { texts, locale }: ChosenMessages): string {
  if (delivery.status === 'offline') return texts.offline;
  if (delivery.status !== 'waiting') return '';
  const count = Math.max(1, Math.round((delivery.retryAt - Date.now()) / 1000));
  return formatMessage(locale, texts.waiting, { count });
}
