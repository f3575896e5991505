import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import {
  type Cell,
  type InvitedForm as Form,
  fetchInvitedForm,
  type Invitation,
  responsesAddress,
} from '../api/answer.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Expandable } from '../parts/expandable.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { answerWords } from '../words/answer.ts';
import { countedAs } from './counted-as.ts';
import { draftKeyOf } from './draft-key.ts';
import { keepingOf } from './keeping-of.ts';
import { LinkProblem } from './link-problem.tsx';
import type { Place } from './place.ts';
import { forgetPlace } from './place.ts';
import { type Sent, SentReceipt } from './sent-receipt.tsx';
import { WhatHappens } from './what-happens.tsx';

// The script of the form comes while the page before it is being read.
export const importForm = () => import('./invited-form.tsx');
const InvitedForm = lazy(importForm);

export interface AnsweringProps {
  readonly invitation: Invitation;
  readonly secret: string;
  readonly begun: NonNullable<Place['begun']>;
  /** back to the page before, to choose another team or group */
  readonly onChange: () => void;
}

/** The form, and after sending the receipt. */
export function Answering({ invitation, secret, begun, onChange }: AnsweringProps) {
  const { begin } = useWords(answerWords);
  const { team, group } = begun;
  const { value, failure, loading, reload } = useResource(`invited ${secret} ${team} ${group}`, async (signal) => {
    const cell = { team, group };
    const [form, draftKey] = await Promise.all([fetchInvitedForm(secret, cell, signal), draftKeyOf(secret, cell)]);
    return { form, draftKey };
  });
  if (value === undefined) {
    return failure !== undefined && !loading ? (
      <LinkProblem closed="unreachable" secret={secret} retry={reload} />
    ) : (
      <p className="loading" role="status">
        {begin.preparing}
      </p>
    );
  }
  const { form, draftKey } = value;
  if (!form.open) return <LinkProblem closed={form.closed} secret={secret} retry={reload} />;
  return (
    <FormOnPage
      invitation={invitation}
      secret={secret}
      cell={{ team, group }}
      shared={begun.shared}
      form={form.value}
      draftKey={draftKey}
      onChange={onChange}
    />
  );
}

interface FormOnPageProps {
  readonly invitation: Invitation;
  readonly secret: string;
  readonly cell: Cell;
  readonly shared: boolean;
  readonly form: Form;
  readonly draftKey: string;
  readonly onChange: () => void;
}

function FormOnPage({ invitation, secret, cell, shared, form, draftKey, onChange }: FormOnPageProps) {
  const { locale } = useLanguage();
  const words = useWords(answerWords);
  const { study, wave, kind } = invitation;
  const [asked, setAsked] = useState<string | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const language = asked ?? (study.locales.includes(locale) ? locale : study.locales[0]!);
  const title = localized(study.title, locale);
  const place = countedAs(form.team, form.group, locale);
  useEffect(() => {
    if (sent !== null) forgetPlace();
  }, [sent]);

  return (
    <div className="answer-page form-page">
      <PageHeading eyebrow={wave.name} title={title} />
      {study.simulated && <SimulatedNote />}
      {sent === null && (
        <>
          {place !== '' && (
            <p className="quiet">
              {words.begin.chosenFor(place)}{' '}
              {kind === 'open' && (
                <Button
                  className="text-button"
                  onPress={() => {
                    requestHeadingFocus();
                    onChange();
                  }}
                >
                  {words.form.change}
                </Button>
              )}
            </p>
          )}
          <p className="quiet">{words.form.reminder(study.minimumGroupSize)}</p>
          <Expandable title={words.form.more}>
            <WhatHappens study={study} kind={kind} />
          </Expandable>
          {study.locales.length > 1 && (
            <LanguageOfQuestions locales={study.locales} value={language} onChange={setAsked} />
          )}
        </>
      )}
      <Suspense fallback={<Loading />}>
        <InvitedForm
          bundle={form}
          endpoint={responsesAddress(secret, cell)}
          draftKey={draftKey}
          keep={keepingOf(invitation)}
          shared={shared}
          locale={language}
          onSaved={(record, answer) => setSent({ secret, cell, record, answer, study: title, wave: wave.name })}
        />
      </Suspense>
      {sent !== null && <SentReceipt sent={sent} />}
    </div>
  );
}

interface LanguageOfQuestionsProps {
  readonly locales: readonly string[];
  readonly value: string;
  readonly onChange: (locale: string) => void;
}

/** The languages of the study, each in its own name: there may be more of them than this page speaks. */
function LanguageOfQuestions({ locales, value, onChange }: LanguageOfQuestionsProps) {
  const { form } = useWords(answerWords);
  const id = useId();
  return (
    <p className="choose-language">
      <label htmlFor={id}>{form.language}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale}
          </option>
        ))}
      </select>
    </p>
  );
}
