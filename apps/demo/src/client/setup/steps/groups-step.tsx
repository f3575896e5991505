import { findInstrument } from '@peerscale/instruments';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Group, putGroup, removeGroup } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { localized } from '../../locale.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { setupWords } from '../../words/setup.ts';
import { listOf } from '../language-name.ts';
import { type Contents, contentsOf, minutesOf, planOf, type Respondents, respondentsOf } from '../plan/contents.ts';
import { slugOf } from '../plan/slug.ts';
import type { StepProps } from '../set-up-steps.tsx';

/** Step 3: who answers, and what each group is asked. */
export function GroupsStep({ data: { study, groups }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const submit = useSubmit();
  const [contents] = useState(() => contentsOf(groups));
  const run = async (work: () => Promise<unknown>) => {
    const done = await submit.run(work);
    reload();
    return done;
  };
  return (
    <>
      <p className="lead">{words.groups.text}</p>
      <FormFailure submit={submit} shownElsewhere={['name']} />
      <section className="card" aria-labelledby="group-list">
        <h2 id="group-list">{words.groups.list(groups.length)}</h2>
        {groups.length === 0 && <p>{words.groups.none}</p>}
        <ul className="rows">
          {groups.map((group) => (
            <GroupRow
              key={group.id}
              group={group}
              busy={submit.busy}
              onRename={(name) => run(() => putGroup(study.id, { ...group, name }))}
              onRemove={() => run(() => removeGroup(study.id, group.id))}
            />
          ))}
        </ul>
      </section>
      <Expandable title={words.groups.add}>
        <AddGroup
          contents={contents}
          onAdd={(name, respondents) =>
            run(() =>
              putGroup(study.id, {
                id: slugOf(
                  name,
                  groups.map(({ id }) => id),
                  'group',
                ),
                name,
                plan: planOf(contents, respondents),
              }),
            )
          }
        />
      </Expandable>
      <p className="actions step-actions">
        <Button className="button primary" onPress={next}>
          {words.nextOnly}
        </Button>
        {back}
      </p>
    </>
  );
}

interface GroupRowProps {
  readonly group: Group;
  readonly busy: boolean;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

function GroupRow({ group, busy, onRename, onRemove }: GroupRowProps) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  const [name, setName] = useState<string>();
  const asked = group.plan.parts.flatMap((part) => {
    const instrument = part.kind === 'instrument' ? findInstrument(part.instrument, part.version) : undefined;
    return instrument === undefined ? [] : [localized(instrument.name, locale)];
  });
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (name !== undefined && (await onRename(name))) setName(undefined);
  };
  return (
    <li>
      {name === undefined ? (
        <>
          <span className="group-about">
            <strong>{group.name}</strong> <span className="quiet">· {words.minutes(minutesOf(group.plan))}</span>
            <span className="quiet below">{words.groups.asked(listOf(asked, locale))}</span>
          </span>
          <span className="row-actions">
            <Button
              className="link-button"
              aria-label={words.changeNamed(group.name)}
              isDisabled={busy}
              onPress={() => setName(group.name)}
            >
              {words.change}
            </Button>
            <Button
              className="link-button"
              aria-label={words.removeNamed(group.name)}
              isDisabled={busy}
              onPress={onRemove}
            >
              {words.remove}
            </Button>
          </span>
        </>
      ) : (
        <form className="rename" onSubmit={rename}>
          <Field label={words.groups.name}>
            {(control) => (
              <input
                {...control}
                // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed
                autoFocus
                maxLength={200}
                required
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <p className="actions">
            <Button type="submit" className="button" isPending={busy}>
              {words.save}
            </Button>
            <Button className="button" onPress={() => setName(undefined)}>
              {words.cancel}
            </Button>
          </p>
        </form>
      )}
    </li>
  );
}

interface AddGroupProps {
  readonly contents: Contents;
  readonly onAdd: (name: string, respondents: Respondents) => Promise<boolean>;
}

function AddGroup({ contents, onAdd }: AddGroupProps) {
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
