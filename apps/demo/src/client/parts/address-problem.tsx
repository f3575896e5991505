import { Link } from 'react-aria-components';
import { ApiProblem } from '../api/request.ts';
import { useLanguage } from '../language-context.ts';
import type { Resource } from '../use-resource.ts';
import { FieldFaults } from './field-faults.tsx';
import { PageHeading } from './page-heading.tsx';
import { ProblemPage } from './problem.tsx';

interface AddressProblemProps {
  readonly resource: Pick<Resource<unknown>, 'failure' | 'error' | 'reload'>;
  /** the same page without the choice in its address */
  readonly whole: string;
}

/** A page that could not be loaded. Where its address asks for what is not there it says what, and leads to the whole. */
export function AddressProblem({ resource: { failure = 'other', error, reload }, whole }: AddressProblemProps) {
  const { words, href } = useLanguage();
  const errors = error instanceof ApiProblem ? error.errors : [];
  if (errors.length === 0) return <ProblemPage failure={failure} retry={reload} />;
  return (
    <div className="narrow" role="alert">
      <PageHeading title={words.problem.heading} />
      <p>{words.problem.address}</p>
      <FieldFaults errors={errors} />
      <p className="actions">
        <Link className="button primary" href={whole}>
          {words.problem.withoutChoice}
        </Link>
        <Link className="button" href={href('/')}>
          {words.backToStudies}
        </Link>
      </p>
    </div>
  );
}
