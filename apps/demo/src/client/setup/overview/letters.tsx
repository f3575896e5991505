import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { sendLetters } from '../../api/invitations.ts';
import { useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { studyWords } from '../../words/study.ts';
import { StudyLanguageField, useStudyLanguage } from '../study-language.tsx';
import { CellChoice } from './cell-choice.tsx';
import type { InviteProps } from './invite.tsx';

interface Result {
  readonly sent: number;
  readonly failed: readonly string[];
  readonly unsure: readonly string[];
}

/** Letters with a single-use link each. Addresses are in this form and in the letters, and nowhere else. */
export function Letters({ data: { study, teams, groups }, wave }: InviteProps) {
  const words = useWords(studyWords);
  const [team, setTeam] = useState(teams.length === 1 ? (teams[0]?.id ?? '') : '');
  const [group, setGroup] = useState(groups.length === 1 ? (groups[0]?.id ?? '') : '');
  const [language, setLanguage] = useStudyLanguage(study.locales);
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result>();
  const submit = useSubmit();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setResult(undefined);
    const addresses = [...new Set(text.split(/[\s,;]+/).filter((address) => address !== ''))];
    await submit.run(async () => {
      const { sent, failed, unsure } = await sendLetters(study.id, wave.id, {
        team,
        group,
        locale: language,
        addresses,
      });
      const at = (places: readonly number[]) => places.flatMap((place) => addresses[place] ?? []);
      setResult({ sent, failed: at(failed), unsure: at(unsure) });
      setText('');
    });
  };
  return (
    <form onSubmit={send}>
      <p>{words.invite.lettersText}</p>
      <FormFailure submit={submit} />
      <CellChoice teams={teams} groups={groups} team={team} group={group} onTeam={setTeam} onGroup={setGroup} />
      <StudyLanguageField
        label={words.invite.language}
        locales={study.locales}
        value={language}
        onChange={setLanguage}
      />
      <Field label={words.invite.addresses} hint={words.invite.addressesHint}>
        {(control) => (
          <textarea
            {...control}
            autoComplete="off"
            spellCheck={false}
            required
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <p className="actions">
        <Button type="submit" className="button primary" isPending={submit.busy}>
          {words.invite.send}
        </Button>
      </p>
      <div role="status">
        {result !== undefined && <p>{words.invite.sent(result.sent)}</p>}
        {result !== undefined && <Addresses title={words.invite.failed} addresses={result.failed} />}
        {result !== undefined && <Addresses title={words.invite.unsure} addresses={result.unsure} />}
      </div>
    </form>
  );
}

function Addresses({ title, addresses }: { readonly title: string; readonly addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
    </>
  );
}
