import type { CoefficientId, ReliabilityCoefficient, ReliabilityReportScale } from '@peerscale/core';

/** A coefficient of a scale, where the report has it. */
export const coefficientOf = (
  { coefficients }: Pick<ReliabilityReportScale, 'coefficients'>,
  wanted: CoefficientId,
): ReliabilityCoefficient | undefined => coefficients.find(({ id }) => id === wanted);
