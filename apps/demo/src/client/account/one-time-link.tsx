import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../language-context.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Field } from '../parts/field.tsx';
import { accountWords } from '../words/account.ts';

interface OneTimeLinkProps {
  readonly name: string;
  readonly link: string;
  readonly onClose: () => void;
}

/** A link that is shown once, to be copied and handed over. */
export function OneTimeLink({ name, link, onClose }: OneTimeLinkProps) {
  const words = useWords(accountWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [link]);
  return (
    <section className="card made" aria-labelledby="one-time-link">
      <h2 id="one-time-link" ref={heading} tabIndex={-1}>
        {words.accounts.linkTitle(name)}
      </h2>
      <p>{words.accounts.linkText}</p>
      <Field label={words.accounts.linkField}>
        {(control) => (
          <input {...control} className="code" readOnly value={link} onFocus={({ target }) => target.select()} />
        )}
      </Field>
      <p className="actions">
        <CopyButton text={link} />
        <Button className="button" onPress={onClose}>
          {words.accounts.close}
        </Button>
      </p>
    </section>
  );
}
