import { useState } from 'react';
import type { Study } from '../api/studies.ts';
import { useLanguage } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { languageName } from './language-name.ts';

type Locales = Study['locales'];

/** A language of a study: at first that of the page where people can answer in it, else the first of the study. */
export function useStudyLanguage(locales: Locales) {
  const { locale } = useLanguage();
  return useState<string>(locales.includes(locale) ? locale : (locales[0] ?? 'en'));
}

interface StudyLanguageFieldProps {
  readonly label: string;
  readonly locales: Locales;
  readonly value: string;
  readonly onChange: (language: string) => void;
}

/** Chooses among the languages of a study, each named in the language of the page. */
export function StudyLanguageField({ label, locales, value, onChange }: StudyLanguageFieldProps) {
  const { locale } = useLanguage();
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {locales.map((one) => (
            <option key={one} value={one}>
              {languageName(one, locale)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
