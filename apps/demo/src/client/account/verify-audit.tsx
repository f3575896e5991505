import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Verification, verifyAudit } from '../api/accounts.ts';
import { useWords } from '../language-context.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Expandable } from '../parts/expandable.tsx';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { accountWords } from '../words/account.ts';

/** Whether every line of the log is as it was written, also against a line that was noted down elsewhere. */
export function VerifyAudit() {
  const words = useWords(accountWords);
  const [result, setResult] = useState<Verification>();
  const [sequence, setSequence] = useState('');
  const [hash, setHash] = useState('');
  const submit = useSubmit();
  const check = (noted?: { sequence: string; hash: string }) =>
    submit.run(async () => setResult(await verifyAudit(noted)));
  const compare = (event: FormEvent) => {
    event.preventDefault();
    void check({ sequence: sequence.trim(), hash: hash.trim() });
  };
  return (
    <section className="card" aria-labelledby="verify">
      <h2 id="verify">{words.audit.verify}</h2>
      <p>{words.audit.verifyText}</p>
      <FormFailure submit={submit} />
      <p className="actions">
        <Button className="button" isPending={submit.busy} onPress={() => check()}>
          {words.audit.verify}
        </Button>
      </p>
      <div role="status">
        {result?.intact === true && (
          <>
            <p className="note">
              <strong>{words.audit.intact(result.head.sequence)}</strong>
            </p>
            <p>
              {words.audit.head}: <code className="hash">{result.head.hash}</code>
            </p>
          </>
        )}
        {result?.intact === false && (
          <p className="note warning">
            <strong>{words.audit.broken(result.entry, result.reason)}</strong>
          </p>
        )}
      </div>
      {result?.intact === true && (
        <p className="actions">
          <CopyButton text={`${result.head.sequence} ${result.head.hash}`} />
        </p>
      )}
      <Expandable title={words.audit.noted}>
        <form onSubmit={compare}>
          <Field label={words.audit.notedSequence}>
            {(control) => (
              <input
                {...control}
                inputMode="numeric"
                pattern="\s*\d+\s*"
                required
                value={sequence}
                onChange={({ target }) => setSequence(target.value)}
              />
            )}
          </Field>
          <Field label={words.audit.notedHash}>
            {(control) => (
              <input
                {...control}
                className="code"
                pattern="\s*[0-9a-f]{64}\s*"
                required
                value={hash}
                onChange={({ target }) => setHash(target.value)}
              />
            )}
          </Field>
          <p className="actions">
            <Button type="submit" className="button" isPending={submit.busy}>
              {words.audit.verify}
            </Button>
          </p>
        </form>
      </Expandable>
    </section>
  );
}
