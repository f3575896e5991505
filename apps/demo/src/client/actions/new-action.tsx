import { type FormEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Action, addAction } from '../api/actions.ts';
import type { Wave } from '../api/studies.ts';
import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { actionsWords } from '../words/actions.ts';
import { ReviewSelect } from './review-select.tsx';
import { textFault } from './text-fault.ts';

export interface NewActionProps {
  readonly study: string;
  readonly team: string;
  readonly waves: readonly Wave[];
  readonly started: readonly Wave[];
  readonly onAdded: (action: Action) => void;
}

/** Writes down what a team agreed; the newest wave, and the one after it, are chosen. */
export function NewAction({ study, team, waves, started, onAdded }: NewActionProps) {
  const words = useWords(actionsWords);
  const submit = useSubmit();
  const [wave, setWave] = useState(started.at(-1)!.id);
  const laterThan = (id: string) => {
    const { number } = waves.find((one) => one.id === id)!;
    return waves.filter((one) => one.number > number);
  };
  const [review, setReview] = useState<string | null>(() => laterThan(wave)[0]?.id ?? null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = textFault(text, words.add);
    setFault(wrong);
    if (wrong !== undefined) {
      field.current?.focus();
      return;
    }
    await submit.run(async () => {
      onAdded(await addAction(study, team, { wave, text, reviewWave: review }));
      setText('');
      field.current?.focus();
    });
  };

  return (
    <form className="card new-action" onSubmit={send} noValidate aria-labelledby="new-action">
      <h2 id="new-action">{words.add.title}</h2>
      <FormFailure submit={submit} />
      <Field label={words.add.text} hint={words.add.hint} error={fault}>
        {(control) => (
          <textarea {...control} ref={field} rows={3} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <div className="side-by-side">
        <Field label={words.add.wave}>
          {(control) => (
            <select
              {...control}
              value={wave}
              onChange={({ target }) => {
                setWave(target.value);
                setReview(laterThan(target.value)[0]?.id ?? null);
              }}
            >
              {started.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ReviewSelect value={review} later={laterThan(wave)} onChange={setReview} />
      </div>
      <Button type="submit" className="button primary" isDisabled={submit.busy}>
        {submit.busy ? words.untilSaved : words.add.save}
      </Button>
    </form>
  );
}
