import type { TeamReport } from '../api/report.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { reportWords } from '../words/report.ts';
import { sinceLast } from './compare.ts';
import { numbersOf } from './numbers.ts';
import { scaleName } from './scale-name.ts';
import { ScalePicture } from './scale-picture.tsx';

type Scale = TeamReport['scales'][number];

/** As many rows as there is room for on paper, whatever their names. */
export const MOST_ROWS = 14;

/** Every scale that has a figure of the team, as a picture and in numbers. */
export function AllFigures({ scales }: { scales: readonly Scale[] }) {
  const words = useWords(reportWords);
  const shown = scales.filter(({ team }) => team.status === 'shown');
  if (shown.length === 0) return <p>{words.all.none}</p>;
  return (
    <>
      <table className="all-figures">
        <thead>
          <tr>
            <th scope="col">{words.all.scale}</th>
            <th scope="col">{words.all.picture}</th>
            <th scope="col">{words.all.team}</th>
            <th scope="col">{words.all.whole}</th>
            <th scope="col">{words.all.change}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, MOST_ROWS).map((scale) => (
            <Row key={`${scale.instrument}/${scale.id}`} scale={scale} />
          ))}
        </tbody>
      </table>
      {shown.length > MOST_ROWS && <p className="quiet">{words.all.more(shown.length - MOST_ROWS)}</p>}
    </>
  );
}

function Row({ scale }: { scale: Scale }) {
  const { locale } = useLanguage();
  const words = useWords(reportWords);
  const { all } = words;
  const { team, whole, change, possible } = scale;
  const numbers = numbersOf(possible, locale);
  const changed = sinceLast(scale);
  return (
    <tr>
      <th scope="row">{scaleName(scale, words, locale)}</th>
      <td>
        <ScalePicture scale={scale} />
      </td>
      <td>
        {team.status === 'shown' && (
          <>
            <strong>{numbers.mean(team.value.mean)}</strong>{' '}
            <span className="quiet interval-text">{numbers.interval(team.value)}</span>
          </>
        )}
      </td>
      <td>{whole.status === 'shown' ? numbers.mean(whole.value.mean) : all.noFigure}</td>
      <td>
        {change !== null && changed !== undefined ? (
          <>
            {numbers.difference(change.difference)} <span className="quiet">{all.short[changed]}</span>
          </>
        ) : (
          all.noFigure
        )}
      </td>
    </tr>
  );
}
