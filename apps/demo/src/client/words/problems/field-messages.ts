import { accountMessages } from './field-messages/accounts.ts';
import { checkMessages } from './field-messages/checks.ts';
import type { FieldMessage } from './field-messages/field-message.ts';
import { planMessages } from './field-messages/plans.ts';
import { resultsMessages } from './field-messages/results.ts';
import { studyMessages } from './field-messages/studies.ts';
import { teamMessages } from './field-messages/teams.ts';
import { valueMessages } from './field-messages/values.ts';

/**
 * What is wrong with a field, by the server's own sentence: its code says no more than that the value does not fit. The
 * first that fits is taken.
 */
export const fieldMessages: readonly FieldMessage[] = [
  ...valueMessages,
  ...accountMessages,
  ...teamMessages,
  ...planMessages,
  ...studyMessages,
  ...resultsMessages,
  ...checkMessages,
];
