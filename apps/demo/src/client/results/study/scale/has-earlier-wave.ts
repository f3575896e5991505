import type { ScaleResults, StudyResults } from '../../../api/results.ts';

/** Whether a scale was asked before the wave that is looked at: then there is a change, told or not. */
export const hasEarlierWave = ({ waves }: Pick<ScaleResults, 'waves'>, { wave }: Pick<StudyResults, 'wave'>): boolean =>
  waves.some(({ wave: number, figure }) => number < (wave ?? 0) && figure.status !== 'no-data');
