/** One item of an instrument as a SurveyJS question. */
export interface SurveyJsonQuestion {
  readonly type: 'radiogroup';
  /** The item id: the name of the answer in the survey's data. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly { readonly value: number; readonly text: string }[];
}

/** A questionnaire as SurveyJS 3 reads it: the argument of `new Model(json)`. */
export interface SurveyJson {
  readonly locale: string;
  readonly title: string;
  readonly description: string;
  readonly pages: readonly { readonly name: string; readonly elements: readonly SurveyJsonQuestion[] }[];
}
