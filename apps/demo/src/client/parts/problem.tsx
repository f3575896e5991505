import { Button, Link } from 'react-aria-components';
import type { ApiFailure } from '../api.ts';
import type { Catalogue } from '../catalogue.ts';
import { useLanguage } from '../language-context.ts';
import { requestHeadingFocus } from '../router.ts';
import { PageHeading } from './page-heading.tsx';

export type PageFailure = ApiFailure | 'page';

/** What to tell a reader about a request that brought nothing. */
export function failureText(failure: PageFailure, words: Catalogue): string {
  if (failure === 'not-found') return words.problem.notFound;
  return failure === 'signed-out' ? words.problem.signedOut : words.problem[failure];
}

/** A whole page that could not be loaded: says what happened and, where that may help, offers to try again. */
export function ProblemPage({ failure, retry }: { failure: PageFailure; retry?: () => void }) {
  const { words, href } = useLanguage();
  return (
    <div className="narrow" role="alert">
      <PageHeading title={words.problem.heading} />
      <p>{failureText(failure, words)}</p>
      <p className="actions">
        {retry !== undefined && (
          <Button
            className="button primary"
            onPress={() => {
              requestHeadingFocus(); // this button goes away with the problem
              retry();
            }}
          >
            {words.problem.retry}
          </Button>
        )}
        <Link className="button" href={href('/')}>
          {words.backToStudies}
        </Link>
      </p>
    </div>
  );
}
