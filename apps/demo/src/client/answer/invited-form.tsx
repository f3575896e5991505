import type { AnyRecord, PeerscaleSurveyElement } from '@peerscale/element';
import '@peerscale/element';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { InvitedForm as Bundle } from '../api/answer.ts';
import { useTheme } from './use-theme.ts';

export interface InvitedFormProps {
  readonly bundle: Pick<Bundle, 'plan' | 'instruments' | 'textPacks'>;
  readonly endpoint: string;
  readonly draftKey: string;
  readonly keep: 'device' | 'tab';
  /** whether the device is shared: then nothing is kept on it */
  readonly shared: boolean;
  /** language of the questions and of the form around them */
  readonly locale: string;
  /** the answers have arrived; with what the server said */
  readonly onSaved: (record: AnyRecord, answer: unknown) => void;
}

/**
 * `<peerscale-survey>` as a part of the page. The element and not the React form: it is a tenth of its size, which counts
 * on a phone in a basement. It keeps answers, waits for a connection and sends once.
 */
export default function InvitedForm({ bundle, endpoint, draftKey, keep, shared, locale, onSaved }: InvitedFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const survey = useRef<PeerscaleSurveyElement>(null);
  const theme = useTheme();
  const saved = useRef(onSaved);
  saved.current = onSaved;

  useLayoutEffect(() => {
    const element = document.createElement('peerscale-survey');
    element.plan = bundle.plan;
    element.instruments = bundle.instruments;
    element.textPacks = bundle.textPacks;
    element.setAttribute('endpoint', endpoint);
    element.setAttribute('draft-key', draftKey);
    element.setAttribute('keep', keep);
    element.toggleAttribute('shared-computer', shared);
    element.addEventListener('saved', ({ detail }) => saved.current(detail.record, detail.answer));
    survey.current = element;
    place.current?.append(element);
    return () => element.remove();
  }, [bundle, endpoint, draftKey, keep, shared]);

  // after the element is there: another language or look draws the same sitting anew
  useEffect(() => survey.current?.setAttribute('locale', locale), [locale]);
  useEffect(() => survey.current?.setAttribute('theme', theme), [theme]);

  return <div ref={place} className="invited-form" />;
}
