import {
  adHocInstrument,
  type CoefficientId,
  type Instrument,
  type ItemDistribution,
  type ItemStatistics,
  type ReliabilityReport,
  type ReliabilityReportScale,
} from '@peerscale/core';
import type { ReportRequest } from '../report-request.ts';

const ITEMS = ['tea_warm', 'tea_cold', 'tea_rest'] as const;

/** A small questionnaire about tea breaks, with one scale of three items and nothing else. */
export const teaInstrument: Instrument = {
  ...adHocInstrument({ items: ITEMS, reverse: ['tea_cold'], minimum: 1, maximum: 5 }),
  id: 'tea-breaks',
  version: '1.2.0',
  name: { en: 'Tea breaks', cs: 'Přestávky na čaj' },
  construct: 'rest',
  scales: [
    {
      id: 'rest',
      name: { en: 'Rest', cs: 'Odpočinek' },
      highMeans: { en: 'more rest', cs: 'více odpočinku' },
      direction: 'positive',
      method: 'mean',
      missing: { rule: 'complete' },
      items: [...ITEMS],
    },
  ],
};

const statistics = (item: string, place: number): ItemStatistics => ({
  item,
  n: 118,
  reversed: item === 'tea_cold',
  mean: 3.051 + place,
  sd: 1.104,
  rawR: 0.801,
  stdR: 0.797,
  rCor: 0.7,
  rDrop: 0.551 + 0.1 * place,
  ifDropped: {
    alpha: 0.712,
    standardized: 0.713,
    lambda6: 0.555,
    averageR: 0.554,
    signalToNoise: 2.48,
    standardError: 0.0432,
    varianceR: 0.0038,
    medianR: 0.553,
  },
});

const distribution = (item: string, place: number): ItemDistribution => ({
  item,
  label: { en: item },
  number: place + 1,
  reversed: item === 'tea_cold',
  n: 119,
  missing: 1,
  missingShare: 1 / 120,
  categories: [7, 20, 50, 30, 12].map((count, i) => ({ code: i + 1, count, share: count / 119 })),
  mean: 3.17,
  sd: 1.03,
  skewness: { type1: -0.11, type2: -0.12, type3: -0.13 },
  kurtosis: { type1: -0.41, type2: -0.42, type3: -0.43 },
  floor: 7 / 119,
  ceiling: 12 / 119,
  discrimination: { upper: 4.6, lower: 1.9, value: 0.67 },
});

const coefficient = (id: CoefficientId, value: number) => ({
  id,
  name: id,
  value,
  interval: null,
  n: 118,
  method: 'as it is made',
  reference: 'mcdonald-1999',
});

/** Figures of that scale, made up but possible; a test changes what it is about. */
export const teaScale: ReliabilityReportScale = {
  id: 'rest',
  name: teaInstrument.scales[0]!.name,
  highMeans: teaInstrument.scales[0]!.highMeans,
  method: 'mean',
  items: [...ITEMS],
  k: 3,
  n: 118,
  nDropped: 2,
  missing: 'listwise',
  alpha: {
    value: 0.8051,
    standardized: 0.8062,
    averageR: 0.58,
    medianR: 0.57,
    signalToNoise: 4.14,
    lambda6: 0.74,
    interval: { method: 'feldt', level: 0.95, lower: 0.7349, upper: 0.8591 },
  },
  itemStatistics: ITEMS.map(statistics),
  coefficients: [coefficient('omega-ml', 0.8149), coefficient('standard-error-of-measurement', 0.4049)],
  details: {
    score: {
      n: 118,
      mean: 3.0494,
      sd: 0.9149,
      minimum: 1,
      maximum: 4.75,
      possible: { minimum: 1, maximum: 5 },
      floor: 2 / 118,
      ceiling: 0,
      skewness: { type1: 0.1, type2: 0.1, type3: 0.1 },
      kurtosis: { type1: -0.6, type2: -0.6, type3: -0.6 },
      distribution: [
        { from: 0.5, to: 2.5, lowest: 1, highest: 2, count: 40 },
        { from: 2.5, to: 4.5, lowest: 3, highest: 4, count: 70 },
        { from: 4.5, to: 5.5, lowest: 5, highest: 5, count: 8 },
      ],
    },
    items: ITEMS.map(distribution),
    correlations: [
      [1, -0.25, 0.61],
      [-0.25, 1, null],
      [0.61, null, 1],
    ],
  },
  issues: [],
};

/** The same scale with other figures; `alpha` is changed in part. */
export function teaScaleWith(
  changes: Partial<Omit<ReliabilityReportScale, 'alpha'>>,
  alpha: Partial<ReliabilityReportScale['alpha']> = {},
): ReliabilityReportScale {
  return { ...teaScale, ...changes, alpha: { ...teaScale.alpha, ...alpha } };
}

/** A request for the report of scales. */
export function teaRequest(
  scales: readonly ReliabilityReportScale[] = [teaScale],
  changes: Partial<ReportRequest> = {},
  input: ReliabilityReport['input'] = { file: 'tea.csv', rows: 120 },
): ReportRequest {
  return {
    report: {
      schema: 'peerscale/reliability@1',
      instrument: { id: 'tea-breaks', version: '1.2.0', validation: 'none yet' },
      input,
      scales,
    },
    instrument: teaInstrument,
    isAdHoc: false,
    language: 'en',
    minimumGroupSize: 5,
    textPack: undefined,
    coding: {},
    codingBy: undefined,
    date: undefined,
    command: 'peerscale report tea.csv --instrument tea-breaks --out tea.html',
    software: 'Peerscale 9.9.9',
    ...changes,
  };
}
