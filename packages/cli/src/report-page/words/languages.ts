import { cs } from './words-cs.ts';
import { en } from './words-en.ts';

/** Everything a report says by itself, in one language. */
export type Words = typeof en;

/** The languages a report can be written in, by BCP 47 tag. */
export const languages = { en, cs } as const satisfies Record<string, Words>;
export type Language = keyof typeof languages;
