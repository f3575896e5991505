import { Picture } from '../../plots/picture.tsx';
import { aboutWhom } from '../filter-bar.tsx';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { domainOf, figuresTable, intervalRows } from './named-figures.ts';
import type { ScalePartProps } from './scale-detail.tsx';

/** The mean of every wave that was started. */
export function WavesPart({ scale, results, name, file }: ScalePartProps) {
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  if (scale.waves.length < 2) return null;
  const figures = scale.waves.map(({ wave, figure }) => ({
    id: String(wave),
    name: results.waves.find(({ number }) => number === wave)?.name ?? String(wave),
    figure,
  }));
  const points = intervalRows(figures);
  const caption = words.scale.picture(words.scale.waves, name);
  const options = { words, minimum: results.study.minimumGroupSize, nameOf };
  if (points.length === 0) return null;
  return (
    <PictureFrame
      title={words.scale.waves}
      note={words.scale.wavesNote}
      table={figuresTable(caption, words.table.wave, figures, options)}
      file={[...file, 'waves']}
      source={{
        waves: results.waves.filter(({ number }) => scale.waves.some(({ wave }) => wave === number)),
        about: aboutWhom(results, words.filters.everybody),
      }}
    >
      <Picture
        label={caption}
        spec={{ kind: 'waves', points, domain: domainOf(points, scale.possible), axis: words.table.mean }}
      />
    </PictureFrame>
  );
}
