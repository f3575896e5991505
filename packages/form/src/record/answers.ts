import type { MissingReason } from '@peerscale/core';

/** The answers to an instrument so far, by item id: a code, or why there is none. An item that is not there is open. */
export type Answers = Readonly<Record<string, number | MissingReason>>;
