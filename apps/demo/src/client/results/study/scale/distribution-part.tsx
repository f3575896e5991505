import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { Picture } from '../../plots/picture.tsx';
import { aboutWhom } from '../filter-bar.tsx';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { figure, percent, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import type { ScalePartProps } from './scale-detail.tsx';

/** How the scores are spread, in bins that are about enough people each. */
export function DistributionPart({ scale, results, name, file }: ScalePartProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { figure: text, short } = formats(locale);
  const { distribution, figure: own, possible } = scale;
  const title = words.scale.distribution;
  const { team, group, setting } = results.filter;
  const isWhole = team === null && group === null && setting === null;
  if (own.status !== 'shown' || distribution.status === 'no-data') return null;
  if (distribution.status === 'suppressed') {
    return (
      <div>
        <h4>{title}</h4>
        <p>
          {distribution.reason === null
            ? isWhole
              ? words.scale.distributionHidden
              : words.scale.distributionWhole
            : hiddenSentence(distribution.reason, results.study.minimumGroupSize, words.hidden, nameOf)}
        </p>
      </div>
    );
  }
  const bins = distribution.value;
  const { minimum, maximum } = possible;
  const people = bins.reduce((sum, { count }) => sum + count, 0);
  const caption = words.scale.picture(title, name);
  const table: TableData = {
    caption,
    headings: [words.table.from, words.table.to, words.table.people, words.table.share],
    rows: bins.map(({ lower, upper, count }) => [
      figure(Math.max(lower, minimum)),
      figure(Math.min(upper, maximum)),
      whole(count),
      percent(count / people),
    ]),
  };
  return (
    <PictureFrame
      title={title}
      note={words.scale.distributionNote}
      table={table}
      file={[...file, 'distribution']}
      source={{ about: aboutWhom(results, words.filters.everybody) }}
    >
      <Picture
        label={caption}
        spec={{
          kind: 'bins',
          bins: bins.map(({ lower, upper, count }) => ({ from: lower, to: upper, count })),
          domain: [minimum, maximum],
          mean: { value: own.value.mean, label: words.scale.meanMark(text(own.value.mean)) },
          axis: words.scale.axis(short(minimum), short(maximum)),
        }}
      />
    </PictureFrame>
  );
}
