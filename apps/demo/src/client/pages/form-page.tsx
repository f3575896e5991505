import type { ResponseRecord } from '@peerscale/core';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { fetchForm, sendResponse } from '../api.ts';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';

// SurveyJS is the largest part of the program; it comes in a file of its own that only this page asks for.
const importSurveyForm = () => import('./survey-form.tsx');
const SurveyForm = lazy(importSurveyForm);

export default function FormPage({ study: id }: { study: string }) {
  const { locale, words } = useLanguage();
  const { value, failure, loading, reload } = useResource(`form ${id} ${locale}`, (signal) =>
    fetchForm(id, locale, signal),
  );
  // while the wording in another language is on its way, the form stays in place, and so do its answers
  const [form, setForm] = useState(value);
  if (value !== undefined && value !== form) setForm(value);
  const [sent, setSent] = useState(false);

  useEffect(() => {
    importSurveyForm().catch(() => undefined); // an early start; a failure shows where the form is rendered
  }, []);

  const submit = useCallback(
    async (record: ResponseRecord) => {
      await sendResponse(id, record);
      requestHeadingFocus();
      setSent(true);
    },
    [id],
  );

  if (form === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const title = localized(form.study.title, locale);
  if (sent) {
    return (
      <ThankYou
        study={id}
        again={() => {
          requestHeadingFocus();
          setSent(false);
        }}
      />
    );
  }
  return (
    <div className="form-page">
      <PageHeading title={title} />
      {form.study.simulated && <SimulatedNote />}
      <p className="quiet">{words.form.confidence(form.study.minimumGroupSize)}</p>
      <Suspense fallback={<Loading />}>
        <SurveyForm
          instrument={form.instrument}
          textPack={form.textPack}
          locale={locale}
          onSubmit={submit}
          draftKey={id}
        />
      </Suspense>
    </div>
  );
}

function ThankYou({ study, again }: { study: string; again: () => void }) {
  const { words, href } = useLanguage();
  return (
    <div className="narrow">
      <PageHeading title={words.sent.title} />
      <p className="lead">{words.sent.text}</p>
      <p className="actions">
        <Link className="button primary" href={href(`/s/${study}/results`)}>
          {words.sent.results}
        </Link>
        <Button className="button" onPress={again}>
          {words.sent.again}
        </Button>
      </p>
    </div>
  );
}
