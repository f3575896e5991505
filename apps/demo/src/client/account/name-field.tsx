import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { accountWords } from '../words/account.ts';

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly error: string | undefined;
}

/** The own name. */
export function NameField({ value, onChange, error }: NameFieldProps) {
  const words = useWords(accountWords);
  return (
    <Field label={words.name} error={error}>
      {(control) => (
        <input
          {...control}
          autoComplete="name"
          maxLength={200}
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
