import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { importTeams, putTeam, removeTeam, type Team } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { type Submit, useSubmit } from '../../parts/use-submit.ts';
import { fieldErrorText, problemWords } from '../../words/problems.ts';
import { setupWords } from '../../words/setup.ts';
import { slugOf } from '../plan/slug.ts';
import type { StepProps } from '../set-up-steps.tsx';

/** Step 2: the teams, by hand or from a spreadsheet. Each is saved at once. */
export function TeamsStep({ data: { study, teams }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const submit = useSubmit();
  const run = async (work: () => Promise<unknown>) => {
    const done = await submit.run(work);
    reload();
    return done;
  };
  return (
    <>
      <p className="lead">{words.teams.text}</p>
      <FormFailure submit={submit} shownElsewhere={['name', 'setting', 'parent']} />
      <section className="card" aria-labelledby="team-list">
        <h2 id="team-list">{words.teams.list(teams.length)}</h2>
        {teams.length === 0 ? (
          <>
            <p>{words.teams.none}</p>
            <p className="actions">
              <Button
                className="button"
                isDisabled={submit.busy}
                onPress={() =>
                  run(() =>
                    putTeam(study.id, { id: 'everybody', name: words.teams.everybody, parent: null, setting: null }),
                  )
                }
              >
                {words.teams.none1}
              </Button>
            </p>
          </>
        ) : (
          <TeamTree teams={teams} busy={submit.busy} onRemove={(id) => run(() => removeTeam(study.id, id))} />
        )}
      </section>
      <AddTeam teams={teams} submit={submit} onAdd={(team) => run(() => putTeam(study.id, team))} />
      <ImportTeams study={study.id} reload={reload} />
      <p className="actions step-actions">
        <Button className="button primary" onPress={next}>
          {words.nextOnly}
        </Button>
        {back}
      </p>
    </>
  );
}

interface TeamTreeProps {
  readonly teams: readonly Team[];
  readonly busy: boolean;
  readonly onRemove: (id: string) => void;
}

/** The teams, each under the one it belongs to. */
function TeamTree({ teams, busy, onRemove }: TeamTreeProps) {
  const words = useWords(setupWords);
  const ids = new Set(teams.map(({ id }) => id));
  const below = (parent: string | null, depth: number): { team: Team; depth: number }[] =>
    teams
      .filter((team) => (team.parent !== null && ids.has(team.parent) ? team.parent : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return (
    <ul className="rows">
      {below(null, 0).map(({ team, depth }) => (
        <li key={team.id} data-depth={Math.min(depth, 4)}>
          <span>
            <strong>{team.name}</strong>
            {team.setting !== null && <span className="quiet"> · {team.setting}</span>}
          </span>
          <Button
            className="link-button"
            aria-label={words.removeNamed(team.name)}
            isDisabled={busy}
            onPress={() => onRemove(team.id)}
          >
            {words.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface AddTeamProps {
  readonly teams: readonly Team[];
  readonly submit: Submit;
  readonly onAdd: (team: Team) => Promise<boolean>;
}

function AddTeam({ teams, submit, onAdd }: AddTeamProps) {
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

function ImportTeams({ study, reload }: { study: string; reload: () => void }) {
  const words = useWords(setupWords);
  const problems = useWords(problemWords);
  const [csv, setCsv] = useState('');
  const [written, setWritten] = useState<number>();
  const submit = useSubmit();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setWritten(undefined);
    const done = await submit.run(async () => setWritten(await importTeams(study, csv)));
    if (!done) return;
    setCsv('');
    reload();
  };
  const byLine = submit.errors.length > 0 ? submit.errors : undefined;
  return (
    <Expandable title={words.teams.csv}>
      <form className="card" onSubmit={send}>
        <p>{words.teams.csvText}</p>
        {byLine === undefined ? (
          <FormFailure submit={submit} />
        ) : (
          <div className="note warning" role="alert">
            <p>{words.teams.nothing}</p>
            <ul>
              {byLine.map((error) => (
                <li key={`${error.path} ${error.code} ${error.message}`}>
                  <strong>{words.teams.line(error.path)}</strong>: {fieldErrorText(error, problems)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Field label={words.teams.csvFile}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              onChange={async ({ target }) => setCsv((await target.files?.[0]?.text()) ?? '')}
            />
          )}
        </Field>
        <Field label={words.teams.csvField}>
          {(control) => (
            <textarea
              {...control}
              className="code"
              required
              spellCheck={false}
              placeholder={words.teams.csvExample}
              value={csv}
              onChange={({ target }) => setCsv(target.value)}
            />
          )}
        </Field>
        <p className="actions">
          <Button type="submit" className="button" isPending={submit.busy}>
            {words.teams.import}
          </Button>
          <span className="saved" role="status">
            {written === undefined ? '' : words.teams.imported(written)}
          </span>
        </p>
      </form>
    </Expandable>
  );
}
