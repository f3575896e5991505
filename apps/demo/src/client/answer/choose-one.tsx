import { useId } from 'react';
import type { Named } from '../api/answer.ts';

export interface ChooseOneProps {
  readonly label: string;
  /** the first line of a long list */
  readonly prompt: string;
  readonly options: readonly Named[];
  readonly value: string | null;
  /** why it cannot go on like this; null while it can */
  readonly fault: string | null;
  readonly onChange: (id: string) => void;
}

/** More than this do not fit on a phone screen as buttons. */
const MOST_BUTTONS = 6;

/** One of several, by the browser's own controls: radio buttons for a few, a list for many. */
export function ChooseOne({ label, prompt, options, value, fault, onChange }: ChooseOneProps) {
  const id = useId();
  const described = fault === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}fault` };
  const problem = fault !== null && (
    <p className="fault" id={`${id}fault`} role="alert">
      {fault}
    </p>
  );
  if (options.length > MOST_BUTTONS) {
    return (
      <div className="choose-one">
        <label htmlFor={id}>{label}</label>
        <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value)} {...described}>
          <option value="" disabled>
            {prompt}
          </option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
        {problem}
      </div>
    );
  }
  return (
    <fieldset className="choose-one" {...(fault === null ? {} : { 'aria-describedby': `${id}fault` })}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="pick">
          <input type="radio" name={id} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>{option.name}</span>
        </label>
      ))}
      {problem}
    </fieldset>
  );
}
