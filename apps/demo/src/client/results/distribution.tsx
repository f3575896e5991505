import type { ScoreDistribution, StudyScale } from '@peerscale/core';
import { useLanguage } from '../language-context.ts';
import { formats } from './formats.ts';
import { Picture } from './plots/picture.tsx';
import { PictureFrame } from './study/frame/picture-frame.tsx';
import { figure, whole } from './study/frame/table-data.ts';
import '../styles/study-results/colours.css';
import '../styles/study-results/pictures.css';

interface DistributionProps {
  /** from how many scores on one is shown */
  readonly from: number;
  readonly name: string;
  readonly scale: StudyScale;
  readonly distribution: ScoreDistribution;
}

/** How the scores are spread: a picture, and the same numbers as a table for those who cannot or would not look at it. */
export function Distribution({ from, name, scale, distribution }: DistributionProps) {
  const { locale, words } = useLanguage();
  const { figure: text, short } = formats(locale);
  const { possible, score } = scale;
  const ends = [short(possible.minimum), short(possible.maximum)] as const;
  return (
    <PictureFrame
      title={words.distribution.title}
      heading="h3"
      table={{
        caption: `${words.distribution.title}: ${name}`,
        headings: [words.distribution.lowest, words.distribution.highest, words.distribution.people],
        rows: distribution.map(({ lowest, highest, count }) => [figure(lowest), figure(highest), whole(count)]),
      }}
      file={[scale.id, 'distribution']}
      source={{ rule: words.distribution.suppressed(from) }}
    >
      <Picture
        label={words.distribution.picture(name, score?.n ?? 0, ...ends)}
        spec={{
          kind: 'bins',
          bins: distribution.map(({ from, to, count }) => ({ from, to, count })),
          domain: [possible.minimum, possible.maximum],
          mean:
            score === null || score.mean === null
              ? null
              : { value: score.mean, label: words.distribution.meanMark(text(score.mean)) },
          axis: words.distribution.axis(...ends),
        }}
      />
    </PictureFrame>
  );
}
