import { type ReactNode, useId } from 'react';
import type { Place } from '../contents.tsx';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { type PartChoice, usePartChoice } from './use-part-choice.ts';

interface MorePartProps {
  readonly place: Place;
  readonly title: string;
  readonly text: string;
  /** the words on the button; null: there is nothing to open yet, and `children` say why */
  readonly open: string | null;
  /** what of the address is about this part: where one is there, the part is open from the start */
  readonly choices?: readonly PartChoice[];
  readonly children: ReactNode;
}

/** A section that says what is in it and loads it when somebody opens it. */
export function MorePart({ place, title, text, open, choices = [], children }: MorePartProps) {
  const { chosen } = usePartChoice();
  return (
    <section className="card results-part" aria-labelledby={place}>
      <h2 id={place}>{title}</h2>
      <p>{text}</p>
      {open === null ? (
        children
      ) : (
        <OpenOnDemand title={open} strong startsOpen={choices.some((name) => chosen(name) !== null)}>
          {children}
        </OpenOnDemand>
      )}
    </section>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice within a part. */
export function SelectField({ label, value, options, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
