import type { Wave } from '../api/studies.ts';
import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { actionsWords } from '../words/actions.ts';

export interface ReviewSelectProps {
  readonly value: string | null;
  /** waves after the one it was agreed in */
  readonly later: readonly Wave[];
  readonly onChange: (wave: string | null) => void;
}

/** After which wave an agreement is looked at again; one that is not planned yet has no name. */
export function ReviewSelect({ value, later, onChange }: ReviewSelectProps) {
  const { add } = useWords(actionsWords);
  return (
    <Field label={add.review}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          {later.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{add.later}</option>
        </select>
      )}
    </Field>
  );
}
