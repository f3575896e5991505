import type { ScoreDistribution, StudyScale } from '@peerscale/core';
import { lazy, Suspense, useId } from 'react';
import { useLanguage } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { Loading } from '../parts/loading.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { formats } from './formats.ts';

// Observable Plot comes after the figures, which need nothing but text.
const DistributionPicture = lazy(() => import('./distribution-picture.tsx'));

interface DistributionProps {
  readonly name: string;
  readonly scale: StudyScale;
  readonly distribution: ScoreDistribution;
}

/** How the scores are spread: a picture, and the same numbers as a table for those who cannot or would not look at it. */
export function Distribution({ name, scale, distribution }: DistributionProps) {
  const { words } = useLanguage();
  return (
    <>
      <Suspense fallback={<Loading />}>
        <DistributionPicture name={name} scale={scale} distribution={distribution} />
      </Suspense>
      <Expandable title={words.distribution.table}>
        <DistributionTable name={name} distribution={distribution} />
      </Expandable>
    </>
  );
}

function DistributionTable({ name, distribution }: Pick<DistributionProps, 'name' | 'distribution'>) {
  const { locale, words } = useLanguage();
  const id = useId();
  const { figure } = formats(locale);
  return (
    <ScrollRegion labelledBy={id}>
      <table>
        <caption id={id}>
          {words.distribution.title}: {name}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.distribution.score}</th>
            <th scope="col">{words.distribution.people}</th>
          </tr>
        </thead>
        <tbody>
          {distribution.map(({ from, lowest, highest, count }) => (
            <tr key={from}>
              <th scope="row">
                {figure(lowest)}
                {highest > lowest && ` – ${figure(highest)}`}
              </th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
