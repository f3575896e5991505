import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { changeStudy } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { Option } from '../../parts/option.tsx';
import { setupWords } from '../../words/setup.ts';
import { languageName } from '../language-name.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { useSaving } from './use-saving.ts';

const SMALLEST = 3;

/** Step 4: from how many answers something is shown, codes, own scores, contacts, and how long answers are kept. */
export function ProtectionStep({ data: { study }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  const linkageName = useId();
  const { submit, save } = useSaving(reload);
  const draft = study.state === 'draft';
  const [form, setForm] = useState({
    group: String(study.minimumGroupSize),
    text: String(study.minimumTextSize),
    linkage: study.linkage,
    showScores: study.showScores,
    help: study.helpContacts?.text ?? {},
    retention: study.retentionDays === null ? '' : String(study.retentionDays),
  });
  const change = (changes: Partial<typeof form>) => setForm((last) => ({ ...last, ...changes }));
  const help = Object.entries(form.help).filter(([tag, text]) => study.locales.includes(tag) && text.trim() !== '');
  const retentionDays = form.retention.trim() === '' ? null : Number(form.retention);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await save(() =>
      changeStudy(study.id, {
        minimumGroupSize: Number(form.group),
        minimumTextSize: Number(form.text),
        linkage: form.linkage,
        showScores: form.showScores,
        helpContacts:
          help.length === 0
            ? null
            : {
                ...(study.helpContacts?.title === undefined ? {} : { title: study.helpContacts.title }),
                text: Object.fromEntries(help),
              },
        retentionDays,
      }),
    );
    if (done) next();
  };
  return (
    <>
      <p className="lead">{words.protection.text}</p>
      <div className="beside">
        <form className="card" onSubmit={send}>
          <FormFailure submit={submit} shownElsewhere={['minimumGroupSize', 'minimumTextSize', 'retentionDays']} />
          {!draft && <p className="note">{words.protection.stricter}</p>}
          <Field
            label={words.protection.group}
            hint={words.protection.groupHint}
            error={submit.errorAt('minimumGroupSize')}
          >
            {(control) => (
              <input
                {...control}
                className="narrow-input"
                type="number"
                min={draft ? SMALLEST : study.minimumGroupSize}
                max={1000}
                required
                value={form.group}
                onChange={({ target }) => change({ group: target.value })}
              />
            )}
          </Field>
          <Field
            label={words.protection.textSize}
            hint={words.protection.textHint}
            error={submit.errorAt('minimumTextSize')}
          >
            {(control) => (
              <input
                {...control}
                className="narrow-input"
                type="number"
                min={Math.max(SMALLEST, Number(form.group) || SMALLEST)}
                max={1000}
                required
                value={form.text}
                onChange={({ target }) => change({ text: target.value })}
              />
            )}
          </Field>
          <fieldset className="options" disabled={!draft}>
            <legend>{words.protection.linkage}</legend>
            {(['none', 'code'] as const).map((linkage) => (
              <Option
                key={linkage}
                type="radio"
                name={linkageName}
                checked={form.linkage === linkage}
                onChange={() => change({ linkage })}
                title={linkage === 'none' ? words.protection.linkageNone : words.protection.linkageCode}
                text={linkage === 'none' ? words.protection.linkageNoneText : words.protection.linkageCodeText}
              />
            ))}
          </fieldset>
          <div className="options">
            <Option
              type="checkbox"
              checked={form.showScores}
              onChange={(showScores) => change({ showScores })}
              title={words.protection.scores}
              text={words.protection.scoresText}
            />
          </div>
          <h2>{words.protection.help}</h2>
          <p className="hint">{words.protection.helpText}</p>
          {study.locales.map((one) => (
            <Field key={one} label={words.protection.helpIn(languageName(one, locale))}>
              {(control) => (
                <textarea
                  {...control}
                  lang={one}
                  maxLength={5000}
                  required={help.length > 0}
                  value={form.help[one] ?? ''}
                  onChange={({ target }) => change({ help: { ...form.help, [one]: target.value } })}
                />
              )}
            </Field>
          ))}
          <Field
            label={words.protection.retention}
            hint={words.protection.retentionHint}
            error={submit.errorAt('retentionDays')}
          >
            {(control) => (
              <input
                {...control}
                className="narrow-input"
                type="number"
                min={1}
                max={draft ? 36_500 : (study.retentionDays ?? 36_500)}
                value={form.retention}
                onChange={({ target }) => change({ retention: target.value })}
              />
            )}
          </Field>
          <p className="actions">
            <Button type="submit" className="button primary" isPending={submit.busy}>
              {words.next}
            </Button>
            {back}
          </p>
        </form>
        <aside className="as-read" aria-labelledby="as-read">
          <h2 id="as-read">{words.protection.asRead}</h2>
          <ul>
            <li>{words.protection.promiseGroup(Number(form.group))}</li>
            <li>{words.protection.promiseText(Number(form.text))}</li>
            <li>{form.linkage === 'code' ? words.protection.promiseCode : words.protection.promiseNoCode}</li>
            {retentionDays !== null && retentionDays > 0 && <li>{words.protection.promiseRetention(retentionDays)}</li>}
            <li>{words.protection.promiseNever}</li>
          </ul>
        </aside>
      </div>
    </>
  );
}
