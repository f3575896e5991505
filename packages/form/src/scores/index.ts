/** A respondent's own scores in words. Brings the scoring of the core along: load it when scores are to be shown. */

export * from '../shared.ts';
export { type RespondentScore, type RespondentScores, respondentScores } from './respondent-scores.ts';
export { type ScoreInterval, scoreInterval } from './score-interval.ts';
export { type ScoreMessages, scoreMessages } from './score-messages.ts';
