import { useEffect, useRef } from 'react';
import type { StudyResults } from '../../../api/results.ts';
import { useChoice } from '../use-choice.ts';
import { useResultsWords } from '../use-results-words.ts';
import { ScaleDetail } from './scale-detail.tsx';
import { chosenScale, scalesOf } from './scale-key.ts';
import { ScaleList } from './scale-list.tsx';

/** All scales as a list, and the chosen one in detail. */
export function ScaleSection({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const words = useResultsWords();
  const { choice } = useChoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef(choice.scale);
  const chosen = chosenScale(scalesOf(results), choice.scale);

  // who chooses a scale, here or in the heat map, is led to it
  useEffect(() => {
    if (asked.current === choice.scale) return;
    asked.current = choice.scale;
    heading.current?.focus();
  }, [choice.scale]);

  return (
    <section className="card results-part" aria-labelledby="scales">
      <h2 id="scales">{words.scales.title}</h2>
      <p>{words.scales.text}</p>
      <ScaleList results={results} chosen={chosen?.key} />
      {chosen !== undefined && <ScaleDetail chosen={chosen} results={results} headingRef={heading} file={file} />}
    </section>
  );
}
