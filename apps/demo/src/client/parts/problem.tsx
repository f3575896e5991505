import { Button, Link } from 'react-aria-components';
import type { ApiFailure } from '../api.ts';
import { useLanguage } from '../language-context.ts';
import { requestHeadingFocus } from '../router.ts';
import { PageHeading } from './page-heading.tsx';

/** A whole page that could not be loaded: says what happened and offers to try again. */
export function ProblemPage({ failure, retry }: { failure: ApiFailure | 'page'; retry: () => void }) {
  const { words, href } = useLanguage();
  const text = failure === 'not-found' ? words.problem.notFound : words.problem[failure];
  return (
    <div className="narrow" role="alert">
      <PageHeading title={words.problem.heading} />
      <p>{text}</p>
      <p className="actions">
        <Button
          className="button primary"
          onPress={() => {
            requestHeadingFocus(); // this button goes away with the problem
            retry();
          }}
        >
          {words.problem.retry}
        </Button>
        <Link className="button" href={href('/')}>
          {words.backToStudies}
        </Link>
      </p>
    </div>
  );
}
