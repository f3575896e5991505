/** The answers given so far: a code by item id. An item that is not there is open. */
export type Answers = Readonly<Record<string, number>>;
