import { useId } from 'react';
import { Link } from 'react-aria-components';
import type { StudyResults } from '../../api/results.ts';
import { daySpan } from '../../dates.ts';
import { useLanguage } from '../../language-context.ts';
import type { Choice } from './choice-of-address.ts';
import { useChoice } from './use-choice.ts';
import { useResultsWords } from './use-results-words.ts';

/** Which wave, group, setting and team the page is about: all of it in the address. */
export function FilterBar({ results, loading }: { results: StudyResults; loading: boolean }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { choice, hrefWith } = useChoice();
  const { waves, groups, settings, teams, reach } = results;
  const current = choice.wave ?? results.wave;
  const wave = waves.find(({ number }) => number === current);
  const isFiltered = choice.group !== null || choice.setting !== null || choice.team !== null;
  const compare = new Intl.Collator(locale, { numeric: true }).compare;
  const options = (list: readonly { id: string; name: string }[]) =>
    list.toSorted((a, b) => compare(a.name, b.name)).map(({ id, name }) => [id, name] as const);
  return (
    <section className="filters" aria-label={words.filters.label}>
      <nav className="waves" aria-label={words.filters.wave}>
        {waves.map(({ id, number, name, state }) => (
          <Link
            key={id}
            className="wave-tab"
            href={hrefWith({ wave: number })}
            {...(number === current ? { 'aria-current': 'page' as const } : {})}
          >
            {name}
            {state === 'open' && <span className="tag">{words.filters.open}</span>}
          </Link>
        ))}
      </nav>
      {reach.kind !== 'whole' && (
        <div className="filter-fields">
          <Filter name="group" label={words.filters.group} every={words.filters.everyGroup} options={options(groups)} />
          <Filter
            name="setting"
            label={words.filters.setting}
            every={words.filters.everySetting}
            options={settings.toSorted(compare).map((setting) => [setting, setting] as const)}
          />
          <Filter
            name="team"
            label={words.filters.team}
            every={words.filters.everyTeam}
            options={options(reach.kind === 'team' ? teams.filter(({ id }) => id === reach.team) : teams)}
          />
          {isFiltered && (
            <Link className="button quiet-button" href={hrefWith({ group: null, setting: null, team: null })}>
              {words.filters.clear}
            </Link>
          )}
        </div>
      )}
      <p className="filter-summary" role="status">
        {loading
          ? words.filters.loading
          : words.filters.about(
              aboutWhom(results, words.filters.everybody),
              wave === undefined ? '' : `${wave.name} (${daySpan(wave.opensOn, wave.closesOn, locale)})`,
            )}
      </p>
    </section>
  );
}

/** Whom the figures are about, by name. */
export function aboutWhom({ filter, teams, groups }: StudyResults, everybody: string): string {
  const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
    id === null ? null : (list.find((candidate) => candidate.id === id)?.name ?? id);
  const parts = [nameIn(teams, filter.team), filter.setting, nameIn(groups, filter.group)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? everybody : parts.join(', ');
}

interface FilterProps {
  readonly name: keyof Pick<Choice, 'group' | 'setting' | 'team'>;
  readonly label: string;
  readonly every: string;
  readonly options: readonly (readonly [id: string, name: string])[];
}

function Filter({ name, label, every, options }: FilterProps) {
  const { choice, choose } = useChoice();
  const id = useId();
  if (options.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={choice[name] ?? ''} onChange={({ target }) => choose({ [name]: target.value || null })}>
        <option value="">{every}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
