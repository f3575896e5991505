import { useId } from 'react';
import { Link } from 'react-aria-components';
import { fetchStudies, type StudySummary } from '../api.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { useResource } from '../use-resource.ts';
import { homeWords } from '../words/home.ts';

/** Studies that anybody may answer, and the form to try on a page of one's own. */
export function OpenStudies() {
  const { words, href } = useLanguage();
  const home = useWords(homeWords);
  const { value: studies } = useResource('studies', fetchStudies);
  return (
    <>
      {studies !== undefined && studies.length > 0 && (
        <>
          <h2>{home.forms}</h2>
          <p>{home.formsText}</p>
          <ul className="studies">
            {studies.map((study) => (
              <li key={study.id}>
                <StudyCard study={study} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.studies.playground.title}</h2>
      <p>{words.studies.playground.text}</p>
      <p className="actions">
        <Link className="button" href={href('/playground')}>
          {words.studies.playground.link}
        </Link>
      </p>
    </>
  );
}

function StudyCard({ study }: { study: StudySummary }) {
  const { locale, words, href } = useLanguage();
  const id = useId();
  const path = `/s/${study.id}`;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const languages = new Intl.ListFormat(locale).format(study.locales.map((tag) => names.of(tag) ?? tag));
  return (
    <article className="card" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>{localized(study.title, locale)}</h3>
      {study.simulated ? (
        <p>
          <strong className="tag">{words.simulated.label}</strong> {words.simulated.short}
        </p>
      ) : (
        <p>{words.studies.empty}</p>
      )}
      <p className="quiet">{words.studies.languages(languages)}</p>
      <p className="actions">
        <Link
          className="button primary"
          id={`${id}answer`}
          aria-labelledby={`${id}answer ${id}title`}
          href={href(path)}
        >
          {words.studies.answer}
        </Link>
        <Link
          className="button"
          id={`${id}results`}
          aria-labelledby={`${id}results ${id}title`}
          href={href(`${path}/results`)}
        >
          {words.studies.results}
        </Link>
      </p>
    </article>
  );
}
