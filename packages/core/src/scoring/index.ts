export { answersNeeded } from './answers-needed.ts';
export { type CompleteKeyedColumns, completeKeyedColumns } from './complete-keyed-columns.ts';
export { type NormedScore, normedScore } from './normed-score.ts';
export { type PossibleRange, possibleRange } from './possible-range.ts';
export { type ScoreBand, scoreBand } from './score-band.ts';
export { type ScoreLattice, scoreLattice } from './score-lattice.ts';
export type { NoScoreReason, ScoreOutcome, ScoreReceipt } from './score-receipt.ts';
export { scoreResponse } from './score-response.ts';
export { type ScaleScores, scoreResponses } from './score-responses.ts';
