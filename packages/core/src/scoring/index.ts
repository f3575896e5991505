export { type CompleteKeyedColumns, completeKeyedColumns } from './complete-keyed-columns.ts';
export type { NoScoreReason, ScoreReceipt } from './score-receipt.ts';
export { scoreResponse } from './score-response.ts';
export { type ScaleScores, scoreResponses } from './score-responses.ts';
