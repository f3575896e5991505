import type { CodedWave } from '@peerscale/core';
import type { CodeRequest } from '../options/code-options.ts';
import { hashEntries } from './hash-entries.ts';
import type { SideColumnValues } from './side-columns.ts';

/** The columns that a code needs. */
export const codeColumns = ({ elements, covariates }: CodeRequest): readonly string[] => [...elements, ...covariates];

/** The codes of a wave, and in how many cells of each element there was nothing of the kind asked for. */
export interface ReadCodes {
  readonly wave: CodedWave;
  readonly unreadable: readonly number[];
}

/** The codes in the columns of one wave, hashed where they are not. */
export async function codedWaveOf(request: CodeRequest, columns: SideColumnValues): Promise<ReadCodes> {
  const { elements, covariates, raw } = request;
  const hashed = await Promise.all(
    elements.map((id, place) => {
      const cells = columns.texts(id);
      if (raw !== undefined) return hashEntries({ id, ...raw.kinds[place]! }, cells, raw.key);
      return { hashes: cells.map((cell) => (cell === '' ? null : cell)), unreadable: 0 };
    }),
  );
  return {
    wave: {
      elements,
      hashes: hashed.map(({ hashes }) => hashes),
      covariates: covariates.map((column) => columns.texts(column)),
    },
    unreadable: hashed.map(({ unreadable }) => unreadable),
  };
}
