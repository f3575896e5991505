import { useEffect, useRef } from 'react';
import { takeHeadingFocus } from '../router.ts';

/**
 * The one h1 of a page. It names the document, and takes the focus where the reader came here from another page, so that
 * a screen reader begins to read the new page. The eyebrow tells two pages about the same study apart.
 */
export function PageHeading({ title, eyebrow }: { title: string; eyebrow?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [eyebrow, title, 'Peerscale'].filter((part) => part !== undefined).join(' · ');
  }, [eyebrow, title]);
  useEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {eyebrow !== undefined && <span className="eyebrow">{eyebrow} </span>}
      {title}
    </h1>
  );
}
