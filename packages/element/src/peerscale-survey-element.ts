import type { Instrument, TextPack } from '@peerscale/core';
import type { AnyRecord, FormAnswers, FormErrorCode, FormEvents, FormMessages, FormPlan } from '@peerscale/form';

/** The `submit` event's detail. */
export interface SubmitDetail {
  readonly record: AnyRecord;
  /**
   * Where the host hands the record over itself (no `endpoint`): the form is busy while the promise is open, offers to
   * try again when it is rejected, and thanks when it is resolved. Without a promise the record counts as taken over.
   */
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** The events of the element: composed and bubbling, each with its `detail`. */
export interface SurveyEventDetails extends Omit<FormEvents, 'submit' | 'error'> {
  readonly submit: SubmitDetail;
  readonly error: { readonly code: FormErrorCode; readonly message: string };
}

/**
 * `<peerscale-survey>`: a form on any page. Properties win over `src`; setting one draws the form anew and keeps the
 * answers, as does another `locale`.
 */
export interface PeerscaleSurveyElement extends HTMLElement {
  /** The definition; with `textPack`, the other way than `src` to say what is asked. */
  instrument: Instrument | null;
  /** further definitions, where the plan has more than one instrument */
  instruments: readonly Instrument[];
  textPack: TextPack | null;
  /** wording of several instruments, or in several languages to choose from by `locale` */
  textPacks: readonly TextPack[];
  plan: FormPlan | null;
  /** All answers by part id (for one instrument alone: its id). Set it before the form is ready to begin with answers. */
  value: FormAnswers;
  /** The interface's texts in the host's own words. */
  labels: Partial<FormMessages>;
  /** Forgets every answer, here and on the device, and begins anew. */
  reset(): Promise<void>;

  addEventListener<Name extends keyof SurveyEventDetails>(
    name: Name,
    listener: (this: PeerscaleSurveyElement, event: CustomEvent<SurveyEventDetails[Name]>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
