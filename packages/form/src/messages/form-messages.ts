/** A text with forms by number: `Intl.PluralRules` chooses by the value of `{count}`; `other` is always there. */
export interface PluralText extends Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> {
  readonly other: string;
}

/** Every text of a form that is not the study's or the instrument's own wording. `{name}` stands for a value put in. */
export interface FormMessages {
  readonly loading: string;
  /** `{answered}` and `{total}` questions */
  readonly progress: string;
  /** `{number}` and `{total}`, where one question is shown at a time */
  readonly position: string;
  readonly next: string;
  readonly back: string;
  readonly skip: string;
  /** takes the answer to a question back */
  readonly removeAnswer: string;
  /** said beside the question, and by a screen reader */
  readonly required: string;
  readonly requiredMissing: string;
  readonly optional: string;
  readonly agree: string;
  readonly agreeMissing: string;
  readonly numberInvalid: string;
  readonly numberNotWhole: string;
  /** `{minimum}` */
  readonly numberTooLow: string;
  /** `{maximum}` */
  readonly numberTooHigh: string;
  /** `{count}` characters may still be typed */
  readonly charactersLeft: PluralText;
  /** `{count}` characters too many */
  readonly textTooLong: PluralText;
  /** under the fields of a self-generated code */
  readonly codePrivacy: string;
  readonly codeIncomplete: string;
  /** `{maximum}` is the highest number key that answers */
  readonly keysHint: string;

  readonly reviewTitle: string;
  readonly allAnswered: string;
  /** `{count}` questions have no answer */
  readonly open: PluralText;
  readonly openHint: string;
  readonly showOpen: string;
  readonly submit: string;
  readonly sendAnyway: string;
  readonly sending: string;
  readonly retry: string;
  readonly failed: string;
  /** the connection is gone; the record is on the device */
  readonly offline: string;
  /** the server does not answer yet; the record is on the device. `{count}` seconds to the next attempt */
  readonly waiting: PluralText;
  /** added to either where closing the page loses nothing */
  readonly mayClose: string;
  /** added to either where the tab must stay open */
  readonly leaveOpen: string;
  readonly refused: string;
  readonly refusedHint: string;
  readonly saveFile: string;
  readonly fileSaved: string;
  readonly discard: string;
  readonly sentTitle: string;
  readonly sentText: string;
  readonly sentEarlier: string;
  readonly anotherForm: string;

  readonly clear: string;
  readonly clearQuestion: string;
  readonly clearConfirm: string;
  readonly clearCancel: string;
  readonly cleared: string;
  /** answers stay on the device until they are sent */
  readonly kept: string;
  /** answers stay as long as the tab */
  readonly keptInTab: string;
  /** the browser keeps nothing */
  readonly notKept: string;
  /** nothing is kept on purpose */
  readonly sharedComputer: string;
  readonly restored: string;

  readonly helpTitle: string;
  readonly errorTitle: string;
  readonly errorNotFound: string;
  readonly errorInvalid: string;
  readonly errorLanguage: string;
  readonly errorUnsupported: string;
}
