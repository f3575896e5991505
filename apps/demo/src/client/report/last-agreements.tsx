import type { Action } from '../api/actions.ts';
import type { Wave } from '../api/studies.ts';
import { useWords } from '../language-context.ts';
import { reportWords } from '../words/report.ts';
import { shortened } from './shortened.ts';

const MOST = 5;
const LONGEST = 150;

export interface LastAgreementsProps {
  readonly actions: readonly Action[];
  readonly waves: readonly Wave[];
  /** number of the wave that the report is about */
  readonly wave: number;
}

/** What was agreed after earlier waves, those to be looked at now first. */
export function LastAgreements({ actions, waves, wave }: LastAgreementsProps) {
  const { last } = useWords(reportWords);
  const waveOf = new Map(waves.map((one) => [one.id, one]));
  const earlier = actions
    .filter((action) => (waveOf.get(action.wave)?.number ?? 0) < wave)
    .toSorted((a, b) => rank(b) - rank(a) || b.createdOn.localeCompare(a.createdOn));
  function rank({ reviewWave, wave: after }: Action): number {
    const isDue = reviewWave !== null && waveOf.get(reviewWave)?.number === wave;
    return (isDue ? 1000 : 0) + (waveOf.get(after)?.number ?? 0);
  }
  if (earlier.length === 0) return <p>{last.none}</p>;
  return (
    <>
      <ul className="agreements">
        {earlier.slice(0, MOST).map((action) => (
          <li key={action.id}>
            <span className={`state ${action.state}`}>{last.state[action.state]}</span>{' '}
            {shortened(action.text, LONGEST)}{' '}
            <span className="quiet">({last.after(waveOf.get(action.wave)?.name ?? '')})</span>
          </li>
        ))}
      </ul>
      {earlier.length > MOST && <p className="quiet">{last.more(earlier.length - MOST)}</p>}
    </>
  );
}
