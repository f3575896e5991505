import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { Option } from '../parts/option.tsx';
import type { Submit } from '../parts/use-submit.ts';
import { setupWords } from '../words/setup.ts';
import { languageName, listOf } from './language-name.ts';
import { batteries, type Contents, choosable, localesOf, minutesOf, planOf, respondentsOf } from './plan/contents.ts';

export interface What {
  readonly title: Readonly<Record<string, string>>;
  readonly locales: readonly string[];
  readonly contents: Contents;
}

interface WhatFormProps {
  readonly start: What;
  readonly submit: Submit;
  readonly onSave: (what: What) => void;
  readonly button: string;
  readonly back?: ReactNode;
}

/** What a study asks, in which languages, and what it is called in each. */
export function WhatForm({ start, submit, onSave, button, back }: WhatFormProps) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  const [what, setWhat] = useState(start);
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<What>) => setWhat((last) => ({ ...last, ...changes }));
  const { contents, title } = what;
  const available = localesOf(contents);
  // a language without wording cannot stay chosen
  const locales = what.locales.filter((one) => available.length === 0 || available.includes(one));
  const nothingAsked = contents.battery === null && contents.instruments.length === 0;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nothingAsked || locales.length === 0) return;
    onSave({ contents, locales, title: Object.fromEntries(locales.map((one) => [one, title[one] ?? ''])) });
  };

  return (
    <form className="card" onSubmit={send}>
      <FormFailure submit={submit} shownElsewhere={['title']} />
      <ContentsChoice contents={contents} onChange={(next) => change({ contents: next })} />
      {tried && nothingAsked && (
        <p className="field-error" role="alert">
          {words.what.noneChosen}
        </p>
      )}
      <fieldset className="options">
        <legend>{words.what.more}</legend>
        <Option
          type="checkbox"
          checked={contents.remark}
          onChange={(remark) => change({ contents: { ...contents, remark } })}
          title={words.what.remark}
          text={words.what.remarkText}
        />
        <Option
          type="checkbox"
          checked={contents.reuse}
          onChange={(reuse) => change({ contents: { ...contents, reuse } })}
          title={words.what.reuse}
          text={words.what.reuseText}
        />
      </fieldset>
      <fieldset className="options">
        <legend>{words.what.languageTitle}</legend>
        <span className="hint">{words.what.languageText}</span>
        <div className="checks">
          {(available.length === 0 ? [locale] : available).map((one) => (
            <label className="check" key={one}>
              <input
                type="checkbox"
                checked={locales.includes(one)}
                onChange={({ target }) =>
                  change({ locales: target.checked ? [...locales, one] : locales.filter((other) => other !== one) })
                }
              />
              <span>{languageName(one, locale)}</span>
            </label>
          ))}
        </div>
        {tried && locales.length === 0 && (
          <p className="field-error" role="alert">
            {words.what.noLanguage}
          </p>
        )}
      </fieldset>
      {locales.map((one, at) => (
        <Field
          key={one}
          label={locales.length === 1 ? words.what.titleField : words.what.titleIn(languageName(one, locale))}
          error={submit.errorAt(`title.${one}`)}
          {...(at === 0 ? { hint: words.what.titleHint } : {})}
        >
          {(control) => (
            <input
              {...control}
              lang={one}
              maxLength={200}
              required
              value={title[one] ?? ''}
              onChange={({ target }) => change({ title: { ...title, [one]: target.value } })}
            />
          )}
        </Field>
      ))}
      <p className="actions">
        <Button type="submit" className="button primary" isPending={submit.busy}>
          {button}
        </Button>
        {back}
      </p>
    </form>
  );
}

function ContentsChoice({ contents, onChange }: { contents: Contents; onChange: (contents: Contents) => void }) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  const name = useId();
  const languages = (of: Contents) =>
    words.languages(
      listOf(
        localesOf(of).map((one) => languageName(one, locale)),
        locale,
      ),
    );
  return (
    <>
      <fieldset className="options">
        <legend>{words.what.kind}</legend>
        {batteries.map((battery) => {
          const whole: Contents = { battery: battery.id, instruments: [], remark: false, reuse: false };
          return (
            <Option
              key={battery.id}
              type="radio"
              name={name}
              checked={contents.battery === battery.id}
              onChange={() => onChange({ ...contents, battery: battery.id })}
              title={localized(battery.name, locale)}
              tag={words.what.recommended}
              text={
                <>
                  {localized(battery.purpose, locale)}
                  <span className="quiet below">
                    {words.what.for(
                      listOf(
                        respondentsOf(whole).map((one) => words.people[one]),
                        locale,
                      ),
                    )}{' '}
                    {sentence(words.minutes(battery.minutes))} {languages(whole)}
                  </span>
                </>
              }
            />
          );
        })}
        <Option
          type="radio"
          name={name}
          checked={contents.battery === null}
          onChange={() => onChange({ ...contents, battery: null })}
          title={words.what.own}
          text={words.what.ownText}
        />
      </fieldset>
      {contents.battery === null && (
        <fieldset className="options two-columns">
          <legend>{words.what.instruments}</legend>
          {choosable.map((instrument) => {
            const alone: Contents = { battery: null, instruments: [instrument.id], remark: false, reuse: false };
            return (
              <Option
                type="checkbox"
                key={instrument.id}
                checked={contents.instruments.includes(instrument.id)}
                onChange={(checked) =>
                  onChange({
                    ...contents,
                    instruments: checked
                      ? [...contents.instruments, instrument.id]
                      : contents.instruments.filter((id) => id !== instrument.id),
                  })
                }
                title={localized(instrument.name, locale)}
                text={[
                  words.what.for(words.people[instrument.respondents ?? 'anyone']),
                  `${sentence(words.what.items(instrument.items.length))}`,
                  sentence(words.minutes(minutesOf(planOf(alone, 'anyone')))),
                  languages(alone),
                ].join(' ')}
              />
            );
          })}
        </fieldset>
      )}
      <p className="quiet">{words.what.notValidated}</p>
    </>
  );
}

/** With a capital and a full stop. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
