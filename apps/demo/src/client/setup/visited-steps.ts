import { useEffect, useState } from 'react';
import { STEPS, type Step } from './steps.ts';

const keyOf = (study: string) => `peerscale:set-up:${study}`;

/** The steps of a draft that were open in this browser, with the one that is open now. */
export function useVisitedSteps(study: string, step: Step): ReadonlySet<Step> {
  const [visited, setVisited] = useState(() => readVisited(study));
  useEffect(() => {
    setVisited((last) => {
      if (last.has(step)) return last;
      const next = new Set([...last, step]);
      writeVisited(study, next);
      return next;
    });
  }, [study, step]);
  return visited;
}

function readVisited(study: string): ReadonlySet<Step> {
  try {
    const known = (localStorage.getItem(keyOf(study)) ?? '').split(' ');
    return new Set(STEPS.filter((step) => known.includes(step)));
  } catch {
    // a browser that keeps nothing
    return new Set();
  }
}

function writeVisited(study: string, visited: ReadonlySet<Step>): void {
  try {
    localStorage.setItem(keyOf(study), [...visited].join(' '));
  } catch {
    // the ticks are then those of this page alone
  }
}
