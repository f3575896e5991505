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

/** Anything SurveyJS puts on a page, with whatever properties it has (`visibleIf`, `validators`, ...). */
export interface SurveyJsonElement {
  type: string;
  /**
   * In a form of one instrument the item id. In a plan `part__item` for an item of an instrument, `part__element` for one of
   * a self-generated code, else the id of the part.
   */
  name: string;
  /** of a panel */
  elements?: SurveyJsonElement[];
  [property: string]: unknown;
}

/** What a form hands to SurveyJS, and `extend` may change: one page with everything in order. */
export interface SurveyFormJson {
  locale: string;
  pages: { name: string; elements: SurveyJsonElement[] }[];
  [property: string]: unknown;
}
