import { useId, useState } from 'react';
import { exportAddress, type Study, type Wave } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { studyWords } from '../../words/study.ts';

const FORMATS = ['csv', 'codebook', 'sav', 'sps', 'r', 'json'] as const;

/** The answers of a wave as files for other programs. */
export function ExportFiles({ study, waves }: { study: Study; waves: readonly Wave[] }) {
  const words = useWords(studyWords);
  const id = useId();
  const [chosen, setChosen] = useState(String(waves.at(-1)?.number ?? 1));
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{words.files.title}</h2>
      <p>{words.files.text}</p>
      <Field label={words.files.wave}>
        {(control) => (
          <select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {waves.map(({ id: wave, number, name }) => (
              <option key={wave} value={number}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ul className="files">
        {FORMATS.map((format) => (
          <li key={format}>
            <a className="button" href={exportAddress(study.id, format, Number(chosen))} download>
              {words.files[format]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
