import type { CodingByScale } from '@peerscale/core';
import type { FormAnswers } from '../record/form-answers.ts';
import type { Sitting } from '../record/sitting.ts';

/** Answers not yet handed over, as they are kept on the device. */
export interface Draft extends Sitting {
  readonly format: 'peerscale/draft@2';
  /** what it is a draft of, from `formIdOf`: plan, instruments and versions */
  readonly form: string;
  readonly answers: FormAnswers;
  /** the coding the answers are in by instrument part, so that they can be read under another text pack */
  readonly codings: Readonly<Record<string, CodingByScale>>;
  /** id of the part or item that was in view; where to go on */
  readonly position?: string;
}
