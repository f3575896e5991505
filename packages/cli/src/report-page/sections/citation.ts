import { type MethodReferenceKey, methodReferences } from '@peerscale/core';

/** As a work is cited in a sentence. @example citation('cronbach-1951') // 'Cronbach, 1951' */
export const citation = (key: MethodReferenceKey): string => {
  const { authors, year } = methodReferences[key];
  return `${authors}, ${year}`;
};
