import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Exportable, fetchExportable } from '../../api/exports.ts';
import type { Study, Wave } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { Loading } from '../../parts/loading.tsx';
import { failureText } from '../../parts/problem.tsx';
import { useResource } from '../../use-resource.ts';
import { studyWords } from '../../words/study.ts';
import { titleIn } from '../plan-title.ts';
import { FileButtons } from './file-buttons.tsx';

const ALL_WAVES = '';

/** The answers to a questionnaire as files for other programs. */
export function ExportFiles({ study, waves }: { study: Study; waves: readonly Wave[] }) {
  const words = useWords(studyWords);
  const { words: common } = useLanguage();
  const id = useId();
  const closed = waves.filter(({ state }) => state === 'closed').length;
  const { value, failure, loading, reload } = useResource(`exports ${study.id} ${closed}`, (signal) =>
    fetchExportable(study.id, signal),
  );
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{words.files.title}</h2>
      <p>{words.files.text}</p>
      <p className="quiet">{words.files.takenBack(study.minimumGroupSize)}</p>
      {value !== undefined ? (
        <Choice study={study} instruments={value} />
      ) : failure !== undefined && !loading ? (
        <div className="note warning" role="alert">
          <p>{failureText(failure, common)}</p>
          <Button className="button" onPress={reload}>
            {common.problem.retry}
          </Button>
        </div>
      ) : (
        <Loading />
      )}
    </section>
  );
}

/** One questionnaire, one wave or all of them, and a button for each kind of file. */
function Choice({ study, instruments }: { study: Study; instruments: readonly Exportable[] }) {
  const words = useWords(studyWords).files;
  const { locale } = useLanguage();
  const [wanted, setWanted] = useState<string>();
  const [wave, setWave] = useState<string>();
  const chosen = instruments.find((one) => keyOf(one) === wanted) ?? instruments[0];
  if (chosen === undefined) return <p>{words.none}</p>;
  // the last one, where what was chosen is none of this questionnaire's
  const isThere = wave === ALL_WAVES || chosen.waves.some(({ number }) => String(number) === wave);
  const number = isThere ? wave! : String(chosen.waves.at(-1)!.number);
  const isTwice = (id: string) => instruments.filter((one) => one.id === id).length > 1;
  const labels = study.locales.includes(locale) ? locale : (study.locales[0] ?? locale);
  return (
    <>
      <div className="field-row">
        <Field label={words.instrument}>
          {(control) => (
            <select {...control} value={keyOf(chosen)} onChange={({ target }) => setWanted(target.value)}>
              {instruments.map((one) => {
                const name = titleIn(one.name, locale);
                return (
                  <option key={keyOf(one)} value={keyOf(one)}>
                    {isTwice(one.id) ? words.version(name, one.version) : name}
                  </option>
                );
              })}
            </select>
          )}
        </Field>
        <Field label={words.wave}>
          {(control) => (
            <select {...control} value={number} onChange={({ target }) => setWave(target.value)}>
              {chosen.waves.map((one) => (
                <option key={one.number} value={one.number}>
                  {one.name}
                </option>
              ))}
              {chosen.waves.length > 1 && <option value={ALL_WAVES}>{words.allWaves}</option>}
            </select>
          )}
        </Field>
      </div>
      <FileButtons
        study={study.id}
        choice={{ instrument: keyOf(chosen), wave: number === ALL_WAVES ? null : Number(number), locale: labels }}
      />
    </>
  );
}

const keyOf = ({ id, version }: Pick<Exportable, 'id' | 'version'>) => `${id}@${version}`;
