/** How a team's mean compares with everybody's, from much better to much worse; `neutral` where high is neither. */
export type HeatStep = 'better-3' | 'better-2' | 'better-1' | 'same' | 'worse-1' | 'worse-2' | 'worse-3' | 'neutral';

export const HEAT_STEPS: readonly HeatStep[] = [
  'better-3',
  'better-2',
  'better-1',
  'same',
  'worse-1',
  'worse-2',
  'worse-3',
];

/** Least differences of the steps as shares of the possible range: 0.1, 0.2 and 0.4 points of a scale from 1 to 5. */
export const HEAT_CUTS = [0.025, 0.05, 0.1] as const;

/**
 * The step of a difference in the favourable direction. Cuts are parts of the scale and not of a standard deviation, so that
 * the same colour is the same number of points in every wave.
 *
 * @param difference team less everybody, in points
 * @example heatStep(-0.25, 'low', { minimum: 1, maximum: 5 }) // 'better-2'
 */
export function heatStep(
  difference: number,
  favourable: 'high' | 'low' | null,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): HeatStep {
  if (favourable === null) return 'neutral';
  // so that 2.7 - 2.6, which is a little less than 0.1, counts as 0.1
  const share = Math.abs(difference) / (maximum - minimum) + 1e-9;
  const size = HEAT_CUTS.filter((cut) => share >= cut).length;
  if (size === 0) return 'same';
  return `${difference > 0 === (favourable === 'high') ? 'better' : 'worse'}-${size as 1 | 2 | 3}`;
}

/** The mark that repeats the stronger colours for those who see them alike. */
export function heatMark(step: HeatStep): string {
  if (step === 'better-2') return '▲';
  if (step === 'better-3') return '▲▲';
  if (step === 'worse-2') return '▼';
  return step === 'worse-3' ? '▼▼' : '';
}
