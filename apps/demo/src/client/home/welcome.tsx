import { Button, Link } from 'react-aria-components';
import { isSetUpNeeded } from '../api/accounts.ts';
import { fetchDemonstration } from '../api/demonstration.ts';
import { enterDemonstration } from '../api/session.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { FormFailure } from '../parts/form-failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { navigate, requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { homeWords } from '../words/home.ts';
import { OpenStudies } from './open-studies.tsx';

/** The first page for people who are not signed in: what this is, and where one can begin. */
export function Welcome() {
  const words = useWords(homeWords);
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.what}</p>
      <Ways />
      <OpenStudies />
    </>
  );
}

function Ways() {
  const words = useWords(homeWords);
  const { href } = useLanguage();
  const { value: demonstration } = useResource('demonstration', fetchDemonstration);
  const { value: needed } = useResource('set-up', isSetUpNeeded);
  const submit = useSubmit();
  const enter = async (study: string) => {
    if (!(await submit.run(enterDemonstration))) return;
    requestHeadingFocus();
    navigate(href(`/studies/${study}/results`));
  };
  return (
    <section className="ways" aria-labelledby="ways">
      <h2 id="ways" className="visually-hidden">
        {words.ways}
      </h2>
      <FormFailure submit={submit} />
      <ul>
        {demonstration && (
          <li className="card">
            <h3>{words.lookAround}</h3>
            <p>{words.demonstrationText}</p>
            <Button className="button primary" isPending={submit.busy} onPress={() => enter(demonstration.study)}>
              {words.demonstration}
            </Button>
          </li>
        )}
        {needed === true && (
          <li className="card">
            <h3>{words.setUp}</h3>
            <p>{words.setUpText}</p>
          </li>
        )}
        {needed === false && (
          <li className="card">
            <h3>{words.signIn}</h3>
            <p>{words.signInText}</p>
            <Link className="button" href={href('/sign-in')}>
              {words.signIn}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
