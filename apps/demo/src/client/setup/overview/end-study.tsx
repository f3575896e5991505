import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { closeStudy, eraseStudy, type Study } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { navigate, requestHeadingFocus } from '../../router.ts';
import { useStaff } from '../../session/staff-only.tsx';
import { studyWords } from '../../words/study.ts';
import { titleIn } from '../plan-title.ts';

/** Closing a study, and erasing it with every answer, which its title has to be written for. */
export function EndStudy({ study, reload }: { study: Study; reload: () => void }) {
  const words = useWords(studyWords);
  const { reach } = useStaff();
  const submit = useSubmit();
  if (study.state === 'closed' && !reach.owns) return null;
  return (
    <Expandable title={words.end.title}>
      <div className="card">
        {study.state === 'open' && (
          <>
            <p>{words.end.closeText}</p>
            <FormFailure submit={submit} />
            <p className="actions">
              <Button
                className="button"
                isPending={submit.busy}
                onPress={async () => {
                  if (await submit.run(() => closeStudy(study.id))) reload();
                }}
              >
                {words.end.close}
              </Button>
            </p>
          </>
        )}
        {reach.owns && <EraseStudy study={study} />}
      </div>
    </Expandable>
  );
}

export function EraseStudy({ study }: { study: Study }) {
  const words = useWords(studyWords);
  const { locale, href } = useLanguage();
  const [written, setWritten] = useState('');
  const submit = useSubmit();
  const title = titleIn(study.title, locale);
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    if (written.trim() !== title || !(await submit.run(() => eraseStudy(study.id)))) return;
    requestHeadingFocus();
    navigate(href('/'));
  };
  return (
    <form className="danger" onSubmit={erase}>
      <h3>{words.end.erase}</h3>
      <p>{words.end.eraseText}</p>
      <FormFailure submit={submit} />
      <Field label={words.end.confirm(title)}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            required
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
        )}
      </Field>
      <p className="actions">
        <Button
          type="submit"
          className="button danger-button"
          isDisabled={written.trim() !== title}
          isPending={submit.busy}
        >
          {words.end.eraseSure}
        </Button>
      </p>
    </form>
  );
}
