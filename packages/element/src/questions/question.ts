import type { CodeElement } from '@peerscale/form';

/** Where an answer goes: an instrument's item by its id, else the part itself. */
interface Place {
  readonly part: string;
  readonly item: string;
}

interface Asked extends Place {
  readonly text: string;
  readonly hint: string | null;
  readonly required: boolean;
}

/** One of several options: the items of an instrument (values are codes) and the single choices of a plan (texts). */
export interface RadioQuestion extends Asked {
  readonly kind: 'radio';
  readonly options: readonly { readonly value: number | string; readonly label: string }[];
}

export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly unit: string | null;
}

export interface TextQuestion extends Asked {
  readonly kind: 'short-text' | 'long-text';
  readonly maximumLength: number;
}

export interface ConsentQuestion extends Asked {
  readonly kind: 'consent';
  /** the words beside the box; null for those of the interface */
  readonly agree: string | null;
}

export interface CodeQuestion extends Asked {
  readonly kind: 'code';
  readonly key: string;
  readonly elements: readonly { readonly element: CodeElement; readonly text: string; readonly hint: string | null }[];
}

export type Question = RadioQuestion | NumberQuestion | TextQuestion | ConsentQuestion | CodeQuestion;
