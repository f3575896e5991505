import { useState } from 'react';
import { Button } from 'react-aria-components';
import { changeWave, createWave, removeWave, type Wave, type WaveContent } from '../../api/studies.ts';
import { daySpan, shortDay, todayUtc } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { setupWords } from '../../words/setup.ts';
import { listOf } from '../language-name.ts';
import { suggestedWave } from '../plan/wave-days.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { WaveForm } from '../wave-form.tsx';
import { People } from './people.tsx';

/** Step 5: when people are asked. */
export function WavesStep({ data: { study, teams, groups, waves }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const submit = useSubmit();
  const [changing, setChanging] = useState<string>();
  const run = async (work: () => Promise<unknown>) => {
    const done = await submit.run(work);
    reload();
    return done;
  };
  const save = (wave: Wave) => async (content: WaveContent) => {
    // the first day of a wave that has started is fixed
    const { opensOn: _, ...later } = content;
    const changes = wave.state === 'open' ? later : content;
    if (await run(() => changeWave(study.id, wave.id, changes))) setChanging(undefined);
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
                  onSave={save(wave)}
                  onCancel={() => setChanging(undefined)}
                />
              ) : (
                <WaveRow
                  wave={wave}
                  busy={submit.busy}
                  onChange={() => setChanging(wave.id)}
                  onRemove={() => run(() => removeWave(study.id, wave.id))}
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
          onSave={(content) => run(() => createWave(study.id, content))}
        />
      </section>
      <p className="actions step-actions">
        <Button className="button primary" onPress={next} isDisabled={waves.length === 0}>
          {words.nextOnly}
        </Button>
        {back}
      </p>
    </>
  );
}

interface WaveRowProps {
  readonly wave: Wave;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function WaveRow({ wave, busy, onChange, onRemove }: WaveRowProps) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  return (
    <>
      <span>
        <strong>{wave.name}</strong> <span className="tag calm">{words.waves.states[wave.state]}</span>
        <span className="below">{daySpan(wave.opensOn, wave.closesOn, locale)}</span>
        {wave.reminders.length > 0 && (
          <span className="quiet below">
            {words.waves.remindersOn(
              listOf(
                wave.reminders.map((day) => shortDay(day, locale)),
                locale,
              ),
            )}
          </span>
        )}
      </span>
      <span className="row-actions">
        {wave.state !== 'closed' && (
          <Button
            className="link-button"
            aria-label={words.changeNamed(wave.name)}
            isDisabled={busy}
            onPress={onChange}
          >
            {words.change}
          </Button>
        )}
        {wave.state === 'planned' && (
          <Button
            className="link-button"
            aria-label={words.removeNamed(wave.name)}
            isDisabled={busy}
            onPress={onRemove}
          >
            {words.remove}
          </Button>
        )}
      </span>
    </>
  );
}
