import type { StudyResults } from '../../api/results.ts';
import { outcomesOf } from './more/outcomes-of.ts';
import { useResultsWords } from './use-results-words.ts';

/** Places on the page, which is a long one; the same ids are on the headings of the sections. */
export const PLACES = [
  'participation',
  'teams',
  'scales',
  'drivers',
  'change',
  'items',
  'comments',
  'quality',
] as const;
export type Place = (typeof PLACES)[number];

/** Whether a page of these results has that section. */
export function isThere(place: Place, results: StudyResults): boolean {
  if (place === 'teams') return results.reach.kind !== 'whole';
  if (place === 'drivers') return outcomesOf(results).length > 0;
  return place !== 'change' || results.waves.length > 1;
}

/** Where on the page what is. */
export function Contents({ results }: { results: StudyResults }) {
  const words = useResultsWords();
  const titles: Readonly<Record<Place, string>> = {
    participation: words.participation.title,
    teams: words.heat.title,
    scales: words.scales.title,
    drivers: words.drivers.title,
    change: words.same.title,
    items: words.items.title,
    comments: words.comments.title,
    quality: words.quality.title,
  };
  return (
    <nav className="contents" aria-label={words.contents}>
      <ul>
        {PLACES.filter((place) => isThere(place, results)).map((place) => (
          <li key={place}>
            <a href={`#${place}`}>{titles[place]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
