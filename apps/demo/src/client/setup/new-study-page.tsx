import { useLanguage, useWords } from '../language-context.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { navigate, requestHeadingFocus } from '../router.ts';
import { Allowed } from '../session/staff-only.tsx';
import { setupWords } from '../words/setup.ts';
import { batteries, localesOf } from './plan/contents.ts';
import { createStudyOf } from './save-what.ts';
import { StepList } from './step-list.tsx';
import { WhatForm } from './what-form.tsx';
import '../styles/forms.css';
import '../styles/setup.css';

/** The first step of a new study; with it the draft is on the server, and the other steps follow there. */
export default function NewStudyPage() {
  return (
    <Allowed to={({ makes }) => makes}>
      <NewStudy />
    </Allowed>
  );
}

function NewStudy() {
  const words = useWords(setupWords);
  const { locale, href } = useLanguage();
  const submit = useSubmit();
  const contents = { battery: batteries[0]?.id ?? null, instruments: [], remark: true, reuse: false };
  const locales = localesOf(contents);
  return (
    <div className="set-up">
      <PageHeading eyebrow={words.what.new} title={words.what.title} />
      <StepList study={undefined} step="what" done={new Set()} />
      <WhatForm
        start={{ title: {}, locales: locales.includes(locale) ? [locale] : locales.slice(0, 1), contents }}
        submit={submit}
        button={words.what.create}
        onSave={async (what) => {
          await submit.run(async () => {
            const id = await createStudyOf(what, words);
            requestHeadingFocus();
            navigate(href(`/studies/${id}?step=teams`));
          });
        }}
      />
    </div>
  );
}
