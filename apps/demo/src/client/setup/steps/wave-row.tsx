import type { Wave } from '../../api/studies.ts';
import { daySpan, shortDay } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { setupWords } from '../../words/setup.ts';
import { listOf } from '../language-name.ts';
import { EntryRow } from './entry-row.tsx';

interface WaveRowProps {
  readonly wave: Wave;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** A wave: its days and reminders. The days of one that is over are past changing. */
export function WaveRow({ wave, busy, onChange, onRemove }: WaveRowProps) {
  const words = useWords(setupWords);
  const { locale } = useLanguage();
  return (
    <EntryRow
      name={wave.name}
      busy={busy}
      onChange={wave.state === 'closed' ? undefined : onChange}
      onRemove={wave.state === 'planned' ? onRemove : undefined}
    >
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
    </EntryRow>
  );
}
