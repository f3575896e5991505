import { firstMessages } from './first-messages.ts';
import type { FormMessages } from './form-messages.ts';
import { laterMessages } from './later-messages.ts';

/** The texts of a form in English. */
export const en: FormMessages = { ...firstMessages, ...laterMessages };
