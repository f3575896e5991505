import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { WaveContent } from '../api/studies.ts';
import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import type { Submit } from '../parts/use-submit.ts';
import { setupWords } from '../words/setup.ts';
import { daysOf, suggestedReminders } from './plan/wave-days.ts';
import { ReminderDays } from './reminder-days.tsx';

interface WaveFormProps {
  readonly start: WaveContent;
  readonly submit: Submit;
  readonly button: string;
  readonly onSave: (content: WaveContent) => Promise<unknown>;
  readonly onCancel?: () => void;
  /** the first day of a wave that has started is fixed */
  readonly started?: boolean;
}

/** Name, days and reminders of a wave. Reminders follow the days until somebody writes them. */
export function WaveForm({ start, submit, button, onSave, onCancel, started = false }: WaveFormProps) {
  const words = useWords(setupWords);
  const [name, setName] = useState(start.name);
  const [opensOn, setOpensOn] = useState(start.opensOn);
  const [closesOn, setClosesOn] = useState(start.closesOn);
  const [written, setWritten] = useState(onCancel === undefined ? undefined : start.reminders);
  const reminders = written ?? suggestedReminders(opensOn, closesOn);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSave({ name, opensOn, closesOn, reminders: daysOf(reminders) });
  };
  return (
    <form onSubmit={send} className="field-row wave-form">
      <Field label={words.waves.name} hint={words.waves.nameHint} error={submit.errorAt('name')}>
        {(control) => (
          <input {...control} maxLength={200} required value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label={words.waves.opens}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            disabled={started}
            value={opensOn}
            onChange={({ target }) => setOpensOn(target.value)}
          />
        )}
      </Field>
      <Field label={words.waves.closes} hint={words.waves.closesHint} error={submit.errorAt('closesOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={opensOn}
            value={closesOn}
            onChange={({ target }) => setClosesOn(target.value)}
          />
        )}
      </Field>
      <ReminderDays
        days={reminders}
        first={opensOn}
        last={closesOn}
        suggested={written === undefined}
        error={submit.errorAt('reminders')}
        onChange={setWritten}
      />
      <p className="actions">
        <Button type="submit" className="button" isPending={submit.busy}>
          {button}
        </Button>
        {onCancel !== undefined && (
          <Button className="button" onPress={onCancel}>
            {words.cancel}
          </Button>
        )}
      </p>
    </form>
  );
}
