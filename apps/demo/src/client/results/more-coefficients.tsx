import type { ReliabilityScale } from '@peerscale/core';
import { useLanguage } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { formats } from './formats.ts';

const COEFFICIENTS = ['standardized', 'averageR', 'medianR', 'signalToNoise', 'lambda6'] as const;

/** The coefficients beside alpha, for those who look for them. */
export function MoreCoefficients({ alpha }: { alpha: ReliabilityScale['alpha'] }) {
  const { locale, words } = useLanguage();
  return (
    <Expandable title={words.scale.moreFigures}>
      <dl className="coefficients">
        {COEFFICIENTS.map((name) => (
          <div key={name}>
            <dt>{words.scale.coefficients[name]}</dt>
            <dd>{formats(locale).figure(alpha[name], words.scale.noFigure)}</dd>
          </div>
        ))}
      </dl>
    </Expandable>
  );
}
