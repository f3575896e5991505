import { type Catalogues, type ChosenMessages, chooseMessages } from './choose-messages.ts';
import { type FirstMessages, firstMessages } from './first-messages.ts';
import type { FormMessages } from './form-messages.ts';

/**
 * `messagesOf` with no more English than a form needs to be answered: a page can load the rest, `laterMessages`, beside
 * the questions. Other languages are there as a whole.
 *
 * @example firstMessagesOf('en').texts.progress // '{answered} of {total} answered'
 */
export const firstMessagesOf = (
  locale: string,
  overrides: Partial<FormMessages> = {},
  catalogues: Catalogues = {},
): ChosenMessages<FirstMessages> => chooseMessages<FirstMessages>(firstMessages, locale, overrides, catalogues);
