import { useId } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../language-context.ts';
import { setupWords } from '../words/setup.ts';

interface ReminderDaysProps {
  /** as YYYY-MM-DD; empty where none is filled in yet */
  readonly days: readonly string[];
  /** between which they lie */
  readonly first: string;
  readonly last: string;
  /** whether nobody has chosen them yet */
  readonly suggested: boolean;
  readonly error?: string | undefined;
  readonly onChange: (days: readonly string[]) => void;
}

/** The days on which people are reminded: a field for each, more or fewer of them. */
export function ReminderDays({ days, first, last, suggested, error, onChange }: ReminderDaysProps) {
  const { waves: words, remove } = useWords(setupWords);
  const id = useId();
  return (
    <fieldset
      className="form-field whole-row reminder-days"
      aria-describedby={`${id}hint${error ? ` ${id}error` : ''}`}
    >
      <legend>{words.reminders}</legend>
      <span className="hint" id={`${id}hint`}>
        {words.remindersHint}
        {suggested ? ` ${words.suggested}` : ''}
      </span>
      {days.map((day, at) => (
        // fields have no other name than their place
        <div className="reminder-day" key={at}>
          <input
            type="date"
            aria-label={words.reminder(at + 1)}
            min={first}
            max={last}
            value={day}
            onChange={({ target }) => onChange(days.with(at, target.value))}
          />
          <Button
            className="link-button"
            aria-label={words.removeReminder(at + 1)}
            onPress={() => onChange(days.toSpliced(at, 1))}
          >
            {remove}
          </Button>
        </div>
      ))}
      <Button className="link-button" onPress={() => onChange([...days, ''])}>
        {words.addReminder}
      </Button>
      {error !== undefined && (
        <span className="field-error" id={`${id}error`}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
