import { useEffect, useRef } from 'react';
import type { MadeLink } from '../../api/invitations.ts';
import { useWords } from '../../language-context.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Field } from '../../parts/field.tsx';
import { studyWords } from '../../words/study.ts';
import type { InviteProps } from './invite.tsx';
import { Poster } from './poster.tsx';

/** A new link with its QR code, to copy or to print as a poster. It is shown this once. */
export function MadeLinkCard({ data, wave, made }: InviteProps & { made: MadeLink }) {
  const words = useWords(studyWords);
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
      </p>
      <Poster data={data} wave={wave} url={made.url} picture={picture} />
    </div>
  );
}
