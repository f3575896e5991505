/** `<SurveyForm>`: a Peerscale instrument as an accessible form in React, on SurveyJS. */
export { SurveyForm, type SurveyFormProps } from './form/survey-form.tsx';
export { type PluralText, type SurveyFormLabels, surveyFormLabels } from './messages.ts';
export type { Answers } from './record/answers.ts';
export type { SurveyJson, SurveyJsonQuestion } from './survey/survey-json.ts';
export { toSurveyJson } from './survey/to-survey-json.ts';
