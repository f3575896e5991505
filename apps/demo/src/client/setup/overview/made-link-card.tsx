import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { MadeLink } from '../../api/invitations.ts';
import { longDay } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Field } from '../../parts/field.tsx';
import { studyWords } from '../../words/study.ts';
import { titleIn } from '../plan-title.ts';
import type { InviteProps } from './invite.tsx';

/** A new link with its QR code, to copy or to print as a poster. It is shown this once. */
export function MadeLinkCard({ data: { study }, wave, made }: InviteProps & { made: MadeLink }) {
  const words = useWords(studyWords);
  const { locale } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const picture = `data:image/svg+xml,${encodeURIComponent(made.qr)}`;
  const { id } = made.link;
  useEffect(() => {
    // each new link is read out
    if (id !== '') heading.current?.focus();
  }, [id]);
  return (
    <div className="inset made-link">
      <h3 ref={heading} tabIndex={-1}>
        {words.invite.made}
      </h3>
      <p>{words.invite.once}</p>
      <Field label={words.invite.made}>
        {(control) => (
          <input {...control} className="code" readOnly value={made.url} onFocus={({ target }) => target.select()} />
        )}
      </Field>
      <img className="qr" src={picture} alt={words.invite.qr} width="180" height="180" />
      <p className="actions">
        <CopyButton text={made.url} />
        <Button className="button" onPress={printPoster}>
          {words.invite.poster}
        </Button>
      </p>
      <div className="poster" aria-hidden="true">
        <p className="poster-title">{titleIn(study.title, locale)}</p>
        <img src={picture} alt="" />
        <p>{words.poster.scan}</p>
        <p className="poster-address">{made.url}</p>
        <p>{words.poster.until(longDay(wave.closesOn, locale))}</p>
        <p>{words.poster.promise(study.minimumGroupSize)}</p>
      </div>
    </div>
  );
}

/** Prints the poster and nothing else of the page; the stylesheet looks at the attribute. */
function printPoster(): void {
  const root = document.documentElement;
  root.dataset.print = 'poster';
  addEventListener('afterprint', () => delete root.dataset.print, { once: true });
  print();
}
