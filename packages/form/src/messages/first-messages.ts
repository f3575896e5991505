import type { FormMessages } from './form-messages.ts';

/** The English texts that a form of one instrument shows before anybody can send it. */
export const firstMessages = {
  loading: 'Loading…',
  progress: '{answered} of {total} answered',
  required: 'Required',
  requiredMissing: 'Please answer this question.',
  retry: 'Try again',
  kept: 'Until you send them, your answers are kept on this device.',
  keptInTab: 'Until you send them, your answers are kept in this tab. Once you close it, they are gone.',
  notKept: 'This browser does not keep your answers. Please send them before you close this page.',
  sharedComputer: 'Nothing is kept on this computer. Please send your answers before you close this page.',
  restored: 'Your earlier answers are back.',
  errorTitle: 'This questionnaire cannot be shown',
  errorNotFound: 'The questionnaire was not found. Please tell the people who run this survey.',
  errorInvalid: 'Something is wrong with the questionnaire. Please tell the people who run this survey.',
  errorLanguage: 'The questionnaire is not available in this language.',
  errorUnsupported: 'The questionnaire has a kind of question that cannot be shown here.',
} satisfies Partial<FormMessages>;

export type FirstMessages = Pick<FormMessages, keyof typeof firstMessages>;
