import { Link } from 'react-aria-components';
import { useLanguage } from '../language-context.ts';
import { PageHeading } from '../parts/page-heading.tsx';

export function NotFoundPage() {
  const { words, href } = useLanguage();
  return (
    <div className="narrow">
      <PageHeading title={words.notFound.title} />
      <p>{words.notFound.text}</p>
      <p className="actions">
        <Link className="button primary" href={href('/')}>
          {words.backToStudies}
        </Link>
      </p>
    </div>
  );
}
