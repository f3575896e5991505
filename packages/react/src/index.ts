/** `<SurveyForm>`: a Peerscale instrument as an accessible form in React, on SurveyJS. */
export type {
  Answers,
  FormAnswers,
  FormErrorCode,
  FormEvents,
  FormMessages as SurveyFormLabels,
  FormPlan,
  FormRecord,
  KeepMode,
  PluralText,
} from '@peerscale/form';
export { planOfBattery } from '@peerscale/form/answering';
export { formMessages as surveyFormLabels } from '@peerscale/form/messages';
export type { BatterySource, InstrumentSource, PlanSource, SurveySource } from './content/survey-source.ts';
export { SurveyForm } from './form/survey-form.tsx';
export type { InstrumentFormProps, PlanFormProps, SurveyFormProps } from './form/survey-form-props.ts';
export { type SurveyFormApi, useSurveyForm } from './form/use-survey-form.ts';
export { preloadSurveyForm } from './loaders.ts';
export type { FormState } from './session/form-controller.ts';
export type { SurveyFormJson, SurveyJson, SurveyJsonElement, SurveyJsonQuestion } from './survey/survey-json.ts';
export { toSurveyJson } from './survey/to-survey-json.ts';
