export { type DropOutDifference, dropOut } from './drop-out.ts';
export { type LittleMcar, littleMcar } from './little-mcar.ts';
export { type MissingPattern, type MissingPatterns, missingPatterns } from './missing-patterns.ts';
export { type RakingMargin, type RakingOptions, type RakingWeights, rakingWeights } from './raking-weights.ts';
