import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { setupWords } from '../../words/setup.ts';
import { type Contents, type Respondents, respondentsOf } from '../plan/contents.ts';

interface AddGroupProps {
  readonly contents: Contents;
  readonly onAdd: (name: string, respondents: Respondents) => Promise<boolean>;
}

/** One more group, by its name and by which of the questions it is asked. */
export function AddGroup({ contents, onAdd }: AddGroupProps) {
  const words = useWords(setupWords);
  const kinds = respondentsOf(contents);
  const [name, setName] = useState('');
  const [respondents, setRespondents] = useState<Respondents>(kinds[0] ?? 'anyone');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await onAdd(name, respondents)) setName('');
  };
  return (
    <form className="card" onSubmit={send}>
      <Field label={words.groups.name}>
        {(control) => (
          <input {...control} maxLength={200} required value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      {kinds.length > 1 && (
        <Field label={words.groups.questions}>
          {(control) => (
            <select
              {...control}
              value={respondents}
              onChange={({ target }) => setRespondents(kinds.find((kind) => kind === target.value) ?? 'anyone')}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.people[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p className="actions">
        <Button type="submit" className="button">
          {words.groups.addButton}
        </Button>
      </p>
    </form>
  );
}
