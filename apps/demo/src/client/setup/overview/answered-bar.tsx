import { type Answered, fetchAnswered } from '../../api/participation.ts';
import type { Study, Wave } from '../../api/studies.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { useResource } from '../../use-resource.ts';
import { studyWords } from '../../words/study.ts';

const REFRESH_EVERY_MS = 30_000;

/** How many have answered in a wave, renewed while it is open. */
export function AnsweredBar({ study, wave }: { study: Study; wave: Wave }) {
  const { value } = useResource(
    `answered ${study.id} ${wave.number}`,
    (signal) => fetchAnswered(study.id, wave.number, signal),
    wave.state === 'open' ? REFRESH_EVERY_MS : undefined,
  );
  return (
    <div className="answered">
      {value !== undefined && <Bar {...value} state={wave.state} minimum={study.minimumGroupSize} />}
    </div>
  );
}

function Bar({ responses, expected, state, minimum }: Answered & Pick<Wave, 'state'> & { minimum: number }) {
  const words = useWords(studyWords);
  const { locale } = useLanguage();
  if (typeof responses === 'string') {
    return <p>{words.hidden[state === 'closed' ? 'closed' : 'open'][responses](minimum)}</p>;
  }
  if (expected === null || expected === 0) return <p>{words.answered(responses)}</p>;
  const share = Math.min(1, responses / expected);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  return (
    <>
      <p>{words.answeredOf(responses, expected, percent)}</p>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="bar-whole" width="100" height="4" />
        <rect className="bar-part" width={100 * share} height="4" />
      </svg>
    </>
  );
}
