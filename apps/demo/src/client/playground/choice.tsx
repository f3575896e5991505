import { useId } from 'react';

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  /** null: none of them */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly note?: string;
  readonly disabled?: boolean;
}

/** One of a few, as native radio buttons in a row. */
export function Choice<T extends string>({ title, options, value, onChange, note, disabled = false }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className="choice" disabled={disabled} aria-describedby={note === undefined ? undefined : `${id}note`}>
      <legend>{title}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      {note !== undefined && (
        <p className="quiet" id={`${id}note`}>
          {note}
        </p>
      )}
    </fieldset>
  );
}
