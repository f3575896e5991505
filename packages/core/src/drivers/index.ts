export { type BootstrapFigure, type BootstrapFiguresOptions, bootstrapFigures } from './bootstrap-figures.ts';
export { type Dominance, dominance } from './dominance.ts';
export { type Mediation, type MediationPlaces, mediation } from './mediation.ts';
export { type Moderation, moderation, type SimpleSlope } from './moderation.ts';
export { type Regression, type RegressionCoefficient, regression } from './regression.ts';
export { relativeWeights } from './relative-weights.ts';
export {
  type RobustCoefficient,
  type RobustRegression,
  type RobustRegressionOptions,
  type RobustType,
  robustRegression,
} from './robust-regression.ts';
