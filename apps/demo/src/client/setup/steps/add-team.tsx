import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Team } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import type { Submit } from '../../parts/use-submit.ts';
import { setupWords } from '../../words/setup.ts';
import { slugOf } from '../plan/slug.ts';

interface AddTeamProps {
  readonly teams: readonly Team[];
  readonly submit: Submit;
  readonly onAdd: (team: Team) => Promise<boolean>;
}

/** One more team, by hand. */
export function AddTeam({ teams, submit, onAdd }: AddTeamProps) {
  const words = useWords(setupWords);
  const [form, setForm] = useState({ name: '', setting: '', parent: '' });
  const name = useRef<HTMLInputElement>(null);
  const settings = useId();
  const change = (changes: Partial<typeof form>) => setForm((last) => ({ ...last, ...changes }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const id = slugOf(
      form.name,
      teams.map((team) => team.id),
    );
    const added = await onAdd({
      id,
      name: form.name,
      setting: form.setting.trim() === '' ? null : form.setting,
      parent: form.parent === '' ? null : form.parent,
    });
    if (!added) return;
    // the next one is often of the same kind
    change({ name: '' });
    name.current?.focus();
  };
  const kinds = [...new Set(teams.flatMap(({ setting }) => (setting === null ? [] : [setting])))];
  return (
    <section className="card" aria-labelledby="add-team">
      <h2 id="add-team">{words.teams.byHand}</h2>
      <form onSubmit={send} className="field-row">
        <Field label={words.teams.name} error={submit.errorAt('name')}>
          {(control) => (
            <input
              {...control}
              ref={name}
              maxLength={200}
              required
              value={form.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field label={words.teams.setting} hint={words.teams.settingHint} error={submit.errorAt('setting')}>
          {(control) => (
            <>
              <input
                {...control}
                list={settings}
                maxLength={200}
                value={form.setting}
                onChange={({ target }) => change({ setting: target.value })}
              />
              <datalist id={settings}>
                {kinds.map((kind) => (
                  <option key={kind} value={kind} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        {teams.length > 0 && (
          <Field label={words.teams.parent} hint={words.teams.parentHint} error={submit.errorAt('parent')}>
            {(control) => (
              <select {...control} value={form.parent} onChange={({ target }) => change({ parent: target.value })}>
                <option value="">{words.teams.noParent}</option>
                {teams.map((team) => (
                  <option key={team.id} value={team.id}>
                    {team.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <p className="actions">
          <Button type="submit" className="button" isPending={submit.busy}>
            {words.teams.add}
          </Button>
        </p>
      </form>
    </section>
  );
}
