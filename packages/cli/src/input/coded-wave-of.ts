import type { CodedWave } from '@peerscale/core';
import type { CodeRequest } from '../options/code-options.ts';
import { elementHash } from './element-hash.ts';
import type { SideColumnValues } from './side-columns.ts';

/** The columns that a code needs. */
export const codeColumns = ({ elements, covariates }: CodeRequest): readonly string[] => [...elements, ...covariates];

/** The codes in the columns of one wave, hashed where they are not. */
export function codedWaveOf({ elements, covariates, key }: CodeRequest, columns: SideColumnValues): CodedWave {
  return {
    elements,
    hashes: elements.map((column) => {
      const cells = columns.texts(column);
      if (key === undefined) return cells.map((cell) => (cell === '' ? null : cell));
      const known = new Map<string, string | null>();
      return cells.map((cell) => {
        if (!known.has(cell)) known.set(cell, elementHash(column, cell, key));
        return known.get(cell)!;
      });
    }),
    covariates: covariates.map((column) => columns.texts(column)),
  };
}
