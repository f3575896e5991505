import { useState } from 'react';
import { changeWave, createWave, removeWave, type Wave, type WaveContent } from '../../api/studies.ts';
import { todayUtc } from '../../dates.ts';
import { useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { setupWords } from '../../words/setup.ts';
import { suggestedWave } from '../plan/wave-days.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { WaveForm } from '../wave-form.tsx';
import { People } from './people.tsx';
import { StepEnd } from './step-end.tsx';
import { useSaving } from './use-saving.ts';
import { WaveRow } from './wave-row.tsx';

/** Step 5: when people are asked. */
export function WavesStep({ data: { study, teams, groups, waves }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const { submit, save } = useSaving(reload);
  const [changing, setChanging] = useState<string>();
  const saveWave = (wave: Wave) => async (content: WaveContent) => {
    // the first day of a wave that has started is fixed
    const { opensOn: _, ...later } = content;
    const changes = wave.state === 'open' ? later : content;
    if (await save(() => changeWave(study.id, wave.id, changes))) setChanging(undefined);
  };
  return (
    <>
      <p className="lead">{words.waves.text}</p>
      <FormFailure submit={submit} shownElsewhere={['name', 'closesOn', 'reminders']} />
      <section className="card" aria-labelledby="wave-list">
        <h2 id="wave-list">{words.waves.list(waves.length)}</h2>
        {waves.length === 0 && <p>{words.waves.none}</p>}
        <ul className="rows">
          {waves.map((wave) => (
            <li key={wave.id}>
              {changing === wave.id ? (
                <WaveForm
                  start={wave}
                  started={wave.state === 'open'}
                  submit={submit}
                  button={words.save}
                  onSave={saveWave(wave)}
                  onCancel={() => setChanging(undefined)}
                />
              ) : (
                <WaveRow
                  wave={wave}
                  busy={submit.busy}
                  onChange={() => setChanging(wave.id)}
                  onRemove={() => save(() => removeWave(study.id, wave.id))}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {waves
        .filter(({ state }) => state === 'planned')
        .slice(0, 1)
        .map((wave) => (
          <People key={wave.id} study={study.id} wave={wave} teams={teams} groups={groups} />
        ))}
      <section className="card" aria-labelledby="add-wave">
        <h2 id="add-wave">{words.waves.add}</h2>
        <WaveForm
          key={waves.length}
          start={{
            name: words.waves.defaultName((waves.at(-1)?.number ?? 0) + 1),
            ...suggestedWave(waves, todayUtc()),
          }}
          submit={submit}
          button={words.waves.addButton}
          onSave={(content) => save(() => createWave(study.id, content))}
        />
      </section>
      <StepEnd next={next} back={back} isDisabled={waves.length === 0} />
    </>
  );
}
