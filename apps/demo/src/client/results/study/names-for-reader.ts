import type { StudyResults } from '../../api/results.ts';
import type { Locale } from '../../catalogue.ts';
import { nameFor } from '../../words/suggested-names.ts';

/** The results with the names of teams and groups that the set-up suggested in the reader's language; others stay as they are. */
export function namesForReader(results: StudyResults, locale: Locale): StudyResults {
  const named = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.map((one) => ({ ...one, name: nameFor(one.name, locale) }));
  return {
    ...results,
    teams: named(results.teams),
    groups: named(results.groups),
    participation: results.participation && {
      ...results.participation,
      teams: named(results.participation.teams),
      groups: named(results.participation.groups),
    },
    instruments: results.instruments.map((instrument) => ({
      ...instrument,
      scales: instrument.scales.map((scale) => ({ ...scale, groups: named(scale.groups), teams: named(scale.teams) })),
    })),
  };
}
