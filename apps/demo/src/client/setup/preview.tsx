import { findInstrument, findTextPack } from '@peerscale/instruments';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { setupWords } from '../words/setup.ts';
import { previewPlan } from './plan/preview-plan.ts';
import type { StudyData } from './study-data.ts';
import { StudyLanguageField, useStudyLanguage } from './study-language.tsx';

// the form is the largest part of the program, and only who looks at it loads it
const SurveyForm = lazy(() => import('../pages/survey-form.tsx'));

/** The form as a group gets it, in a language of the study. What is entered goes nowhere. */
export function Preview({ data: { study, groups } }: { data: StudyData }) {
  const words = useWords(setupWords);
  const [groupId, setGroupId] = useState(groups[0]?.id);
  const [language, setLanguage] = useStudyLanguage(study.locales);
  const [shown, setShown] = useState(false);
  const [sent, setSent] = useState(false);
  const group = groups.find(({ id }) => id === groupId) ?? groups[0];
  if (group === undefined) return <p className="quiet">{words.groups.none}</p>;
  const plan = previewPlan(group.plan, study);
  const instruments = plan.parts.flatMap((part) => {
    const found = part.kind === 'instrument' ? findInstrument(part.instrument, part.version) : undefined;
    return found === undefined ? [] : [found];
  });
  const textPacks = instruments.flatMap((instrument) => findTextPack(instrument, language) ?? []);
  return (
    <>
      <div className="field-row">
        <Field label={words.start.group}>
          {(control) => (
            <select {...control} value={group.id} onChange={({ target }) => setGroupId(target.value)}>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <StudyLanguageField
          label={words.start.language}
          locales={study.locales}
          value={language}
          onChange={setLanguage}
        />
      </div>
      {shown ? (
        <div className="preview-form preview-scroll form-page" lang={language}>
          <Suspense fallback={<Loading />}>
            <SurveyForm
              key={`${group.id} ${language}`}
              plan={plan}
              instruments={instruments}
              textPacks={textPacks}
              locale={language}
              keep="none"
              onSubmit={async () => setSent(true)}
            />
          </Suspense>
        </div>
      ) : (
        <p className="actions">
          <Button className="button" onPress={() => setShown(true)}>
            {words.start.show}
          </Button>
        </p>
      )}
      <p role="status">{sent ? words.start.sent : ''}</p>
    </>
  );
}
