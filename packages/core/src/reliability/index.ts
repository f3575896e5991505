export { alphaStandardError } from './alpha-standard-error.ts';
export { cronbachAlpha } from './cronbach-alpha.ts';
export { feldtInterval } from './feldt-interval.ts';
export { guttmanLambda6 } from './guttman-lambda6.ts';
export {
  averageInterItemCorrelation,
  medianInterItemCorrelation,
  varianceOfInterItemCorrelations,
} from './inter-item-correlations.ts';
export { type ItemTotalCorrelations, itemTotalCorrelations } from './item-total-correlations.ts';
export { signalToNoise } from './signal-to-noise.ts';
export { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';
export { standardizedAlpha } from './standardized-alpha.ts';
