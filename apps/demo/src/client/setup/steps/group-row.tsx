import { findInstrument } from '@peerscale/instruments';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Group } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { localized } from '../../locale.ts';
import { Field } from '../../parts/field.tsx';
import { setupWords } from '../../words/setup.ts';
import { listOf } from '../language-name.ts';
import { minutesOf } from '../plan/contents.ts';
import { EntryRow } from './entry-row.tsx';

interface GroupRowProps {
  readonly group: Group;
  readonly busy: boolean;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** A group: how long it takes and what is asked, and its name to be changed. */
export function GroupRow({ group, busy, onRename, onRemove }: GroupRowProps) {
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
        <EntryRow name={group.name} busy={busy} onChange={() => setName(group.name)} onRemove={onRemove}>
          <strong>{group.name}</strong> <span className="quiet">· {words.minutes(minutesOf(group.plan))}</span>
          <span className="quiet below">{words.groups.asked(listOf(asked, locale))}</span>
        </EntryRow>
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
