import type { Answers, FormAnswers, FormEvents } from '@peerscale/form';
import type { SurveyFormProps } from './survey-form-props.ts';

/** Answers as the host has them: of one instrument alone by item id, else by part id. */
export const asGiven = ({ instrument }: SurveyFormProps, answers: FormAnswers): Answers | FormAnswers =>
  instrument === undefined ? answers : ((answers[instrument.id] ?? {}) as Answers);

/** The same the other way. */
export const byPart = ({ instrument }: SurveyFormProps, given: Answers | FormAnswers): FormAnswers =>
  instrument === undefined ? (given as FormAnswers) : { [instrument.id]: given as Answers };

/** The property that is for each event. */
const HANDLERS: {
  readonly [Name in keyof FormEvents]: (props: SurveyFormProps, detail: FormEvents[Name]) => unknown;
} = {
  ready: (props, detail) => props.onReady?.(detail),
  change: (props, detail) => props.onChange?.(asGiven(props, detail.answers) as never, detail),
  progress: (props, detail) => props.onProgress?.(detail),
  // without an endpoint the host takes the record over, which is more than being told
  submit: (props, { record }) => (props.endpoint === undefined ? undefined : props.onSubmit?.(record as never)),
  saved: (props, { record, answer }) => props.onSaved?.(record as never, answer),
  error: (props, detail) => props.onError?.(detail),
};

/** Tells the host of an event. */
export function tellHost<Name extends keyof FormEvents>(
  props: SurveyFormProps,
  name: Name,
  detail: FormEvents[Name],
): void {
  HANDLERS[name](props, detail);
}
