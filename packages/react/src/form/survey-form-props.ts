import type { ResponseRecord } from '@peerscale/core';
import type { Answers, AnyRecord, FormAnswers, FormEvents, FormMessages, KeepMode } from '@peerscale/form';
import type { BatterySource, InstrumentSource, PlanSource } from '../content/survey-source.ts';
import type { SurveyFormJson } from '../survey/survey-json.ts';

interface Common {
  /**
   * Where records are posted to, such as an address of `@peerscale/collector`. They are put on the device first, tried
   * again until they have arrived, also after a reload, and arrive once.
   */
  readonly endpoint?: string | undefined;
  /**
   * How long answers stay on the device, encrypted: `tab` (as long as the tab, a reload and a crash included), `device`
   * (until they are sent), `none`. Default: `device` where there is a `draftKey`, else `tab`.
   */
  readonly keep?: KeepMode | undefined;
  /**
   * Keeps apart what must not be mixed: name the study and the invitation. Default: the page's path, the form's place on
   * the page and the form itself.
   */
  readonly draftKey?: string | undefined;
  /** Light or dark, whatever the system and the page say. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Texts of the form in the host's own words. Default: by `locale`, else English (see `surveyFormLabels`). */
  readonly labels?: Partial<FormMessages> | undefined;
  /** Starts every id in the form. Default: a prefix of its own for every form on the page. */
  readonly idPrefix?: string | undefined;
  /**
   * Changes what SurveyJS is given before it is drawn: conditions (`visibleIf`), `validators`, other properties. Called
   * once a language, with a copy that may be changed. An item that a condition leaves out is `not-asked` in the record;
   * questions added here are on no record.
   */
  readonly extend?: ((survey: SurveyFormJson) => SurveyFormJson) | undefined;
  /** The form can be answered. */
  readonly onReady?: ((detail: FormEvents['ready']) => void) | undefined;
  readonly onProgress?: ((detail: FormEvents['progress']) => void) | undefined;
  /** Whatever goes wrong. The person reads it in the form; nothing is thrown into the page. */
  readonly onError?: ((detail: FormEvents['error']) => void) | undefined;
}

interface Handling<Given, Sent> {
  /**
   * Answers to begin with; other content later takes the place of what is there. What the form itself has reported is left
   * alone, so that it may be handed back on `onChange`.
   */
  readonly value?: Given | undefined;
  /** Called after each answer, and after each that is taken back, with all of them. */
  readonly onChange?: ((answers: Given, change: FormEvents['change']) => void) | undefined;
  /**
   * Takes the record over. While the promise is open the form is busy; when it is rejected the answers stay and the
   * person can try again, with the same idempotency key. It must settle: give your request a time limit. With an
   * `endpoint` it is told, and not waited for.
   */
  readonly onSubmit?: ((record: Sent) => Promise<unknown>) | undefined;
  /**
   * The record has arrived. With an endpoint it may be one from an earlier visit, and `answer` is the JSON object that the
   * server answered with, such as the collector's receipt, as it came and unchecked; undefined without an endpoint.
   */
  readonly onSaved?: ((record: Sent, answer: unknown) => void) | undefined;
}

/** A form of one instrument: answers by item id. */
export type InstrumentFormProps = Common & InstrumentSource & Handling<Answers, ResponseRecord>;
/** A form of several parts: answers by part id. */
export type PlanFormProps = Common & (PlanSource | BatterySource) & Handling<FormAnswers, AnyRecord>;
export type SurveyFormProps = InstrumentFormProps | PlanFormProps;
