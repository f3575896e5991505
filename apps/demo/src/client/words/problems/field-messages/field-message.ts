/**
 * A sentence of the server, with `{}` for what differs, or several that mean the same; and what people read in its place:
 * `{1}` is the first of what differs.
 */
export type FieldMessage = readonly [server: string | readonly string[], en: string, cs: string];
