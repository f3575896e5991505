import { type ReactNode, useId } from 'react';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly label: ReactNode;
  /** under the label, before one types */
  readonly hint?: ReactNode;
  /** why what was typed is refused */
  readonly error?: string | undefined;
  /** draws the control, with what ties it to its label and notes */
  readonly children: (control: FieldControl) => ReactNode;
  readonly className?: string;
}

/** A label, a note, a control and what is wrong with it, tied together for screen readers. */
export function Field({ label, hint, error, children, className = '' }: FieldProps) {
  const id = useId();
  const notes = [hint === undefined ? '' : `${id}hint`, error === undefined ? '' : `${id}error`].join(' ').trim();
  return (
    <div className={`form-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={`${id}hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(notes === '' ? {} : { 'aria-describedby': notes }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {error !== undefined && (
        <span className="field-error" id={`${id}error`}>
          {error}
        </span>
      )}
    </div>
  );
}
