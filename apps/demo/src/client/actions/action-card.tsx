import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { ACTION_STATES, type Action, type ActionChanges, changeAction, removeAction } from '../api/actions.ts';
import type { Wave } from '../api/studies.ts';
import { longDay } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { actionsWords } from '../words/actions.ts';
import { ReviewSelect } from './review-select.tsx';
import { textFault } from './text-fault.ts';

export interface ActionCardProps {
  readonly study: string;
  readonly team: string;
  readonly action: Action;
  readonly waves: readonly Wave[];
  readonly onChanged: (action: Action) => void;
  readonly onRemoved: () => void;
}

/** One agreement: its text, how far it is, and when it is looked at again. */
export function ActionCard({ study, team, action, waves, onChanged, onRemoved }: ActionCardProps) {
  const { locale } = useLanguage();
  const words = useWords(actionsWords);
  const submit = useSubmit();
  const id = useId();
  const [mode, setMode] = useState<'reading' | 'editing' | 'removing'>('reading');
  const waveOf = (id: string | null) => waves.find((wave) => wave.id === id);
  const review = waveOf(action.reviewWave);
  const change = (changes: ActionChanges) =>
    submit.run(async () => onChanged(await changeAction(study, team, action.id, changes)));

  return (
    <article className="card action" {...(mode === 'editing' ? {} : { 'aria-labelledby': `${id}text` })}>
      {mode === 'editing' ? (
        <EditAction
          action={action}
          later={waves.filter(({ number }) => number > (waveOf(action.wave)?.number ?? 0))}
          busy={submit.busy}
          onCancel={() => setMode('reading')}
          onSave={async (changes) => {
            if (await change(changes)) setMode('reading');
          }}
        />
      ) : (
        <>
          <p className="action-text" id={`${id}text`}>
            {action.text}
          </p>
          <p className="quiet">
            {words.agreedAfter(waveOf(action.wave)?.name ?? '', longDay(action.createdOn, locale))}{' '}
            {review === undefined ? words.noReview : words.reviewAfter(review.name)}
          </p>
        </>
      )}
      <FormFailure submit={submit} />
      <fieldset className="states" disabled={submit.busy}>
        <legend>{words.state}</legend>
        {ACTION_STATES.map((state) => (
          <label key={state} className="state-option">
            <input type="radio" name={id} checked={state === action.state} onChange={() => void change({ state })} />
            {words.states[state]}
          </label>
        ))}
      </fieldset>
      {mode === 'reading' && (
        <p className="actions">
          <Button
            className="button"
            id={`${id}edit`}
            aria-labelledby={`${id}edit ${id}text`}
            onPress={() => setMode('editing')}
          >
            {words.edit}
          </Button>
          <Button
            className="button"
            id={`${id}remove`}
            aria-labelledby={`${id}remove ${id}text`}
            onPress={() => setMode('removing')}
          >
            {words.remove}
          </Button>
        </p>
      )}
      {mode === 'removing' && (
        <div className="note warning" role="alert">
          <p>{words.removeQuestion}</p>
          <p className="actions">
            <Button
              className="button primary"
              isDisabled={submit.busy}
              onPress={async () => {
                if (await submit.run(() => removeAction(study, team, action.id))) onRemoved();
              }}
            >
              {words.removeYes}
            </Button>
            <Button className="button" autoFocus onPress={() => setMode('reading')}>
              {words.removeNo}
            </Button>
          </p>
        </div>
      )}
    </article>
  );
}

interface EditActionProps {
  readonly action: Action;
  readonly later: readonly Wave[];
  readonly busy: boolean;
  readonly onSave: (changes: ActionChanges) => void;
  readonly onCancel: () => void;
}

function EditAction({ action, later, busy, onSave, onCancel }: EditActionProps) {
  const words = useWords(actionsWords);
  const [text, setText] = useState(action.text);
  const [review, setReview] = useState(action.reviewWave);
  const [fault, setFault] = useState<string>();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = textFault(text, words.add);
        setFault(wrong);
        if (wrong === undefined) onSave({ text, reviewWave: review });
      }}
    >
      <Field label={words.add.text} error={fault}>
        {(control) => (
          <textarea
            {...control}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
            autoFocus
            rows={3}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <ReviewSelect value={review} later={later} onChange={setReview} />
      <p className="actions">
        <Button type="submit" className="button primary" isDisabled={busy}>
          {words.save}
        </Button>
        <Button className="button" onPress={onCancel}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}
