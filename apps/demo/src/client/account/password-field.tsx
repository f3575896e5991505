import { useState } from 'react';
import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { accountWords } from '../words/account.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** a new one says its rules, and password managers offer to make it */
  readonly isNew?: boolean;
  readonly error?: string | undefined;
}

/** A password, which can be shown: a long one is typed wrong more often than somebody looks over a shoulder. */
export function PasswordField({ label, value, onChange, isNew = false, error }: PasswordFieldProps) {
  const words = useWords(accountWords);
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field label={label} error={error} {...(isNew ? { hint: words.passwordRules } : {})}>
        {(control) => (
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            spellCheck={false}
            autoCapitalize="none"
            required
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        <span>{words.show}</span>
      </label>
    </>
  );
}
