import type { CoefficientId, Interval, MethodReferenceKey, ReliabilityReportScale } from '@peerscale/core';
import type { Section } from '../document/document.ts';
import { link, outside, type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { citation } from './citation.ts';

/** Coefficients in points of the score or without an upper end: written with the zero. */
const UNBOUNDED: readonly CoefficientId[] = ['standard-error-of-measurement', 'smallest-detectable-change'];

/** Every coefficient beside alpha, with its interval where there is one. */
export function coefficientsSection(view: View, scale: ReliabilityReportScale, id: string): Section {
  const { language, words } = view;
  const { coefficients, format, scales } = words;
  const { alpha } = scale;
  const lang = language === 'en' ? undefined : 'en';
  const ends = (interval: Interval | null, written: (value: number) => string): string =>
    interval === null || interval.lower === null || interval.upper === null
      ? ''
      : format.interval(written(interval.lower), written(interval.upper));
  const own = text`${coefficients.fromCorrelations}`;
  const rows: (readonly [name: string, value: string, interval: string, how: Text])[] = [
    [coefficients.standardized, format.bounded(alpha.standardized), '', own],
    [coefficients.averageR, format.bounded(alpha.averageR), '', own],
    [coefficients.medianR, format.bounded(alpha.medianR), '', own],
    [coefficients.signalToNoise, format.figure(alpha.signalToNoise), '', own],
    [coefficients.lambda6, format.bounded(alpha.lambda6), '', own],
    ...scale.coefficients
      .filter(({ value, id: which }) => value !== null && which !== 'guttman-lambda-6')
      .map(({ id: which, value, interval, method, reference }) => {
        const written = UNBOUNDED.includes(which) ? format.figure : format.bounded;
        return [
          coefficients.names[which],
          written(value),
          ends(interval, written),
          text`${outside(method, lang)} (${link(citation(reference as MethodReferenceKey), '#references')})`,
        ] as const;
      }),
  ];
  const hasIntervals = rows.some(([, , interval]) => interval !== '');
  const level = format.level(alpha.interval.level);
  return {
    id,
    heading: text`${coefficients.heading}`,
    blocks: [
      {
        kind: 'table',
        table: {
          id: `${id}-table`,
          caption: coefficients.caption(localized(view, scale.name)),
          columns: [
            { heading: text`${coefficients.coefficient}`, align: 'left' },
            { heading: text`${coefficients.value}`, align: 'right' },
            ...(hasIntervals ? [{ heading: text`${scales.interval(level)}`, align: 'right' as const }] : []),
            { heading: text`${coefficients.how}`, align: 'left' },
          ],
          rows: rows.map(([name, value, interval, how]) => [
            { text: text`${name}` },
            { text: text`${value}` },
            ...(hasIntervals ? [{ text: text`${interval}` }] : []),
            { text: how },
          ]),
        },
      },
    ],
  };
}
