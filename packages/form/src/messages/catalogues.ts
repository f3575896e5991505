import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { FormMessages } from './form-messages.ts';
import type { MessageLanguage } from './message-language.ts';
import { uk } from './uk.ts';

/** The interface texts in every language that Peerscale brings. */
export const formMessages: Readonly<Record<MessageLanguage, FormMessages>> = { en, cs, de, uk, ar };
