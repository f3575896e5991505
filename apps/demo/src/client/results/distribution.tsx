import type { ScoreDistribution, StudyScale } from '@peerscale/core';
import { useId } from 'react';
import { useLanguage } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { formats } from './formats.ts';
import { Picture } from './plots/picture.tsx';

interface DistributionProps {
  readonly name: string;
  readonly scale: StudyScale;
  readonly distribution: ScoreDistribution;
}

/** How the scores are spread: a picture, and the same numbers as a table for those who cannot or would not look at it. */
export function Distribution({ name, scale, distribution }: DistributionProps) {
  const { locale, words } = useLanguage();
  const { figure, short } = formats(locale);
  const { possible, score } = scale;
  const ends = [short(possible.minimum), short(possible.maximum)] as const;
  return (
    <>
      <Picture
        label={words.distribution.picture(name, score?.n ?? 0, ...ends)}
        spec={{
          kind: 'bins',
          bins: distribution.map(({ from, to, count }) => ({ from, to, count })),
          domain: [possible.minimum, possible.maximum],
          mean:
            score === null || score.mean === null
              ? null
              : { value: score.mean, label: words.distribution.meanMark(figure(score.mean)) },
          axis: words.distribution.axis(...ends),
        }}
      />
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
