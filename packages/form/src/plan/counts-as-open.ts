/**
 * Whether a question without an answer is one that is still open: it is counted in the progress, and asked about before
 * sending. A consent is no question about anybody, and words of one's own are an offer unless they must be given.
 *
 * @param kind that of the question or its part (`FormPart`)
 */
export const countsAsOpen = ({ kind, required }: { readonly kind: string; readonly required?: boolean }): boolean =>
  kind !== 'consent' && (required === true || !kind.endsWith('-text'));
