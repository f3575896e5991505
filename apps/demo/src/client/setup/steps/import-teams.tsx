import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { importTeams } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { fieldErrorText, problemWords } from '../../words/problems.ts';
import { setupWords } from '../../words/setup.ts';
import { decodeTable } from '../decode-table.ts';

/** Many teams at once, from a spreadsheet: all of them or, where a line is at fault, none. */
export function ImportTeams({ study, reload }: { study: string; reload: () => void }) {
  const words = useWords(setupWords);
  const problems = useWords(problemWords);
  const [csv, setCsv] = useState('');
  const [written, setWritten] = useState<number>();
  const [note, setNote] = useState<'windows-1250' | 'no-text'>();
  const submit = useSubmit();
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const table = decodeTable(new Uint8Array(await file.arrayBuffer()));
    setCsv(table?.text ?? '');
    setNote(table === undefined ? 'no-text' : table.encoding === 'windows-1250' ? table.encoding : undefined);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setWritten(undefined);
    const done = await submit.run(async () => setWritten(await importTeams(study, csv)));
    if (!done) return;
    setCsv('');
    setNote(undefined);
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
        <Field label={words.teams.csvFile} error={note === 'no-text' ? words.teams.noText : undefined}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              onChange={({ target }) => readFile(target.files?.[0])}
            />
          )}
        </Field>
        {note === 'windows-1250' && (
          <p className="note" role="status">
            {words.teams.windows1250}
          </p>
        )}
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
