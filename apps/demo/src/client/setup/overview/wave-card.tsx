import { useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { calendarAddress, closeWave, type Study, type Wave } from '../../api/studies.ts';
import { daySpan, longDay, todayUtc } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { useStaff } from '../../session/staff-only.tsx';
import { setupWords } from '../../words/setup.ts';
import { studyWords } from '../../words/study.ts';
import { AnsweredBar } from './answered-bar.tsx';

interface WaveCardProps {
  readonly study: Study;
  readonly wave: Wave;
  readonly reload: () => void;
}

/** A wave: when, how many have answered, when to remind, and its beginning or end. */
export function WaveCard({ study, wave, reload }: WaveCardProps) {
  const words = useWords(studyWords);
  const { waves } = useWords(setupWords);
  const { locale, href } = useLanguage();
  const { reach } = useStaff();
  const open = wave.state === 'open';
  const at = `/studies/${study.id}`;
  return (
    <article className={open ? 'card wave made' : 'card wave'} aria-labelledby={`wave-${wave.number}`}>
      <h3 id={`wave-${wave.number}`}>
        {wave.name} <span className={open ? 'tag open' : 'tag calm'}>{waves.states[wave.state]}</span>
      </h3>
      <p className="quiet">{daySpan(wave.opensOn, wave.closesOn, locale)}</p>
      {wave.state !== 'planned' && <AnsweredBar study={study} wave={wave} />}
      {open && <Reminder wave={wave} sendsLetters={!study.simulated} />}
      <p className="actions">
        {wave.state !== 'planned' && (
          <Link
            className="button"
            aria-label={words.resultsOf(wave.name)}
            href={href(`${at}/results?wave=${wave.number}`)}
          >
            {words.results}
          </Link>
        )}
        {wave.state === 'planned' && reach.makes && study.state === 'open' && (
          <Link className="button primary" href={href(`${at}?step=start`)}>
            {words.startWave}
          </Link>
        )}
        {wave.state !== 'closed' && (
          <a className="button" href={calendarAddress(study.id, wave.id, locale)} download>
            {words.calendar}
          </a>
        )}
      </p>
      {open && reach.makes && <CloseWave study={study} wave={wave} reload={reload} />}
    </article>
  );
}

/** Of a simulated study nobody is written to. */
function Reminder({ wave, sendsLetters }: { wave: Wave; sendsLetters: boolean }) {
  const words = useWords(studyWords);
  const { locale } = useLanguage();
  const today = todayUtc();
  if (wave.reminders.includes(today)) {
    return (
      <p className="note">
        {words.remindToday} {sendsLetters && words.remindLetter}
      </p>
    );
  }
  const next = wave.reminders.find((day) => day > today);
  return next === undefined ? null : <p className="quiet">{words.nextReminder(longDay(next, locale))}</p>;
}

function CloseWave({ study, wave, reload }: WaveCardProps) {
  const words = useWords(studyWords);
  const [asking, setAsking] = useState(false);
  const submit = useSubmit();
  if (!asking) {
    return (
      <p className="actions">
        <Button className="link-button underlined" onPress={() => setAsking(true)}>
          {words.closeWave}
        </Button>
      </p>
    );
  }
  return (
    <fieldset className="inset">
      <legend className="visually-hidden">{words.closeWave}</legend>
      <FormFailure submit={submit} />
      <p>{words.closeText}</p>
      <p className="actions">
        <Button
          className="button primary"
          autoFocus
          isPending={submit.busy}
          onPress={async () => {
            if (await submit.run(() => closeWave(study.id, wave.id))) reload();
          }}
        >
          {words.closeSure(wave.name)}
        </Button>
        <Button className="button" onPress={() => setAsking(false)}>
          {words.cancel}
        </Button>
      </p>
    </fieldset>
  );
}
