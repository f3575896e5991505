import { type ReactNode, useId } from 'react';

interface OptionProps {
  readonly type: 'radio' | 'checkbox';
  /** shared by the radio buttons of one choice */
  readonly name?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly title: string;
  /** what choosing it means; screen readers say it after the title */
  readonly text: ReactNode;
  /** a word beside the title */
  readonly tag?: string;
}

/** A radio button or a box to tick with a title and what it means; all of it can be pressed. */
export function Option({ type, name, checked, onChange, title, text, tag }: OptionProps) {
  const id = useId();
  return (
    <label className="option">
      <input
        type={type}
        name={name}
        checked={checked}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}text`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        <strong id={`${id}title`}>{title}</strong>
        {tag !== undefined && <span className="tag calm">{tag}</span>}
        <span className="below" id={`${id}text`}>
          {text}
        </span>
      </span>
    </label>
  );
}
