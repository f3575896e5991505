import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { fetchPasskeys, removePasskey } from '../api/accounts.ts';
import { addPasskey, hasPasskeys } from '../api/passkeys.ts';
import { longDay } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';

/** The own passkeys: which there are, one more, one less. */
export function PasskeyList() {
  const words = useWords(accountWords);
  const { locale } = useLanguage();
  const { value: passkeys = [], reload } = useResource('passkeys', fetchPasskeys);
  const [name, setName] = useState('');
  const submit = useSubmit();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const added = await submit.run(() => addPasskey(name));
    if (!added) return;
    setName('');
    reload();
  };
  return (
    <section className="card" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.account.passkeys}</h2>
      <p>{words.account.passkeysText}</p>
      <FormFailure submit={submit} />
      {passkeys.length === 0 ? (
        <p className="quiet">{words.account.noPasskeys}</p>
      ) : (
        <ul className="rows">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span>
                <strong>{passkey.name}</strong>{' '}
                <span className="quiet">{words.account.added(longDay(passkey.createdAt.slice(0, 10), locale))}</span>
              </span>
              <Button
                className="button"
                aria-label={words.account.removeNamed(passkey.name)}
                isDisabled={submit.busy}
                onPress={() => submit.run(() => removePasskey(passkey.id)).then(reload)}
              >
                {words.account.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {hasPasskeys() ? (
        <form onSubmit={add}>
          <Field label={words.account.passkeyName} hint={words.account.passkeyHint}>
            {(control) => (
              <input
                {...control}
                maxLength={200}
                required
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <p className="actions">
            <Button type="submit" className="button" isPending={submit.busy}>
              {words.account.add}
            </Button>
          </p>
        </form>
      ) : (
        <p className="quiet">{words.account.unavailable}</p>
      )}
    </section>
  );
}
