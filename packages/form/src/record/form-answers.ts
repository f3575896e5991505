import type { Answers } from './answers.ts';

/** The hashes of a self-generated code by element id, as `hashSelfGeneratedCode` gives them: never what was typed. */
export type CodeHashes = Readonly<Record<string, string>>;

/** What a part that is no instrument is answered with: agreed or not, the value of an option, a number, or text. */
export type PartValue = boolean | number | string;

/**
 * All answers of a form by part id: for an instrument the answers by item id, for a self-generated code its hashes, else
 * a value. A part that is not there is open.
 */
export type FormAnswers = Readonly<Record<string, Answers | CodeHashes | PartValue>>;
