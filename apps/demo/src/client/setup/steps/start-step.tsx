import { useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { fetchCells, openStudy, startWave } from '../../api/studies.ts';
import { daySpan, todayUtc } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { navigate } from '../../router.ts';
import { useResource } from '../../use-resource.ts';
import { setupWords } from '../../words/setup.ts';
import { languageName, listOf } from '../language-name.ts';
import { Preview } from '../preview.tsx';
import type { StepProps } from '../set-up-steps.tsx';
import type { Step } from '../steps.ts';
import type { StudyData } from '../study-data.ts';
import { useSaving } from './use-saving.ts';

/** Step 6: the real form in each language, what is still missing, and the start. */
export default function StartStep({ data, reload, back }: StepProps) {
  const words = useWords(setupWords);
  return (
    <>
      <section className="card" aria-labelledby="preview">
        <h2 id="preview">{words.start.preview}</h2>
        <p>{words.start.previewText}</p>
        <Preview data={data} />
      </section>
      <StartForm data={data} reload={reload} />
      <p className="actions step-actions">{back}</p>
    </>
  );
}

/** What is missing, each with the step where it is put right. */
function missingParts({ study, teams, groups, waves }: StudyData, locale: string, words: typeof setupWords.en) {
  const missing: { readonly step: Step; readonly text: string }[] = [];
  if (teams.length === 0) missing.push({ step: 'teams', text: words.start.noTeams });
  if (groups.length === 0) missing.push({ step: 'groups', text: words.start.noGroups });
  if (waves.length === 0) missing.push({ step: 'waves', text: words.start.noWaves });
  for (const one of study.locales) {
    if (study.helpContacts !== null && (study.helpContacts.text[one] ?? '') === '') {
      missing.push({ step: 'protection', text: words.start.noHelp(languageName(one, locale)) });
    }
  }
  return missing;
}

function StartForm({ data, reload }: { data: StudyData; reload: () => void }) {
  const words = useWords(setupWords);
  const { locale, href } = useLanguage();
  const { study, waves } = data;
  const planned = waves.filter(({ state }) => state === 'planned');
  const [chosen, setChosen] = useState(planned[0]?.id);
  const { submit, save } = useSaving(reload);
  const wave = planned.find(({ id }) => id === chosen) ?? planned[0];
  const passed = wave !== undefined && wave.closesOn < todayUtc();
  const missing = missingParts(data, locale, words);
  const start = async (id: string) => {
    const done = await save(async () => {
      if (study.state === 'draft') await openStudy(study.id);
      await startWave(study.id, id);
    });
    if (done) {
      navigate(href(`/studies/${study.id}`));
      scrollTo(0, 0);
    }
  };
  return (
    <section className="card" aria-labelledby="before-start">
      <h2 id="before-start">{words.start.check}</h2>
      <FormFailure submit={submit} />
      {missing.length === 0 ? (
        <p className="note">{words.start.ready}</p>
      ) : (
        <>
          <p>{words.start.missing}</p>
          <ul>
            {missing.map(({ step, text }) => (
              <li key={text}>
                {text} ·{' '}
                <Link href={href(`/studies/${study.id}?step=${step}`)}>
                  {words.toFix}: {words.steps[step]}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {planned.length > 1 && (
        <Field label={words.start.wave}>
          {(control) => (
            <select {...control} value={wave?.id} onChange={({ target }) => setChosen(target.value)}>
              {planned.map(({ id, name, opensOn, closesOn }) => (
                <option key={id} value={id}>
                  {name} ({daySpan(opensOn, closesOn, locale)})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {waves.length > 0 && wave === undefined && <p>{words.start.noneLeft}</p>}
      {wave !== undefined && <NotAsked data={data} wave={wave.id} />}
      {wave !== undefined && (
        <>
          <p>{passed ? words.start.passed : words.start.freeze}</p>
          <p className="actions">
            <Button
              className="button primary"
              isDisabled={missing.length > 0 || passed}
              isPending={submit.busy}
              onPress={() => start(wave.id)}
            >
              {words.start.start(wave.name)}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

/** Teams that are left out because the numbers of people were written down before there was such a team, or as 0. */
function NotAsked({ data: { study, teams }, wave }: { data: StudyData; wave: string }) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  const { value: cells = [] } = useResource(`cells ${wave}`, (signal) => fetchCells(study.id, wave, signal));
  const asked = new Set(cells.map(({ team }) => team));
  const left = teams.filter(({ id }) => !asked.has(id)).map(({ name }) => name);
  if (cells.length === 0 || left.length === 0) return null;
  return <p className="note warning">{words.start.notAsked(listOf(left, locale))}</p>;
}
