import { Link } from 'react-aria-components';
import { fetchRights } from '../api/answer.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useAddress } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { answerWords } from '../words/answer.ts';
import '../styles/answer.css';

/** What is stored about whom, what for and how long, for anybody: /rights, or of one study /rights?study=ID. */
export default function RightsPage() {
  const { locale, href } = useLanguage();
  const { rights: words } = useWords(answerWords);
  const study = new URLSearchParams(useAddress().search).get('study');
  const { value, failure, loading, reload } = useResource(`rights ${study}`, (signal) => fetchRights(study, signal));
  if (value === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const { promises, data, never, withdrawal } = value;
  return (
    <div className="answer-page">
      <PageHeading
        title={words.title}
        {...(value.study && { eyebrow: words.ofStudy(localized(value.study.title, locale)) })}
      />
      <p className="lead">{words.general}</p>
      <h2>{words.promises}</h2>
      <ul className="promises">
        {promises.map((text) => (
          <li key={text.en}>{localized(text, locale)}</li>
        ))}
      </ul>
      <h2>{words.data}</h2>
      <div className="stored-data">
        {data.map(({ id, about, stored, purpose, kept }) => (
          <section key={id} className="card" aria-labelledby={`stored-${id}`}>
            <h3 id={`stored-${id}`}>{words.topics[id] ?? localized(about, locale)}</h3>
            <dl>
              <dt>{words.about}</dt>
              <dd>{localized(about, locale)}</dd>
              <dt>{words.stored}</dt>
              <dd>{localized(stored, locale)}</dd>
              <dt>{words.purpose}</dt>
              <dd>{localized(purpose, locale)}</dd>
              <dt>{words.kept}</dt>
              <dd>{localized(kept, locale)}</dd>
            </dl>
          </section>
        ))}
      </div>
      <h2>{words.never}</h2>
      <ul className="promises never">
        {never.map((text) => (
          <li key={text.en}>{localized(text, locale)}</li>
        ))}
      </ul>
      <h2>{words.withdrawal}</h2>
      <p>{localized(withdrawal, locale)}</p>
      <p className="actions">
        <Link className="button" href={href('/withdraw')}>
          {words.withdraw}
        </Link>
      </p>
    </div>
  );
}
