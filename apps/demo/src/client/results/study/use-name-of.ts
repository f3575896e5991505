import { useMemo } from 'react';
import type { StudyResults } from '../../api/results.ts';
import type { NameOf } from './hidden-sentence.ts';

/** Names by id of what a figure may be about: teams, groups; a setting, marked as one, is its own name. */
export function useNameOf({ teams, groups }: Pick<StudyResults, 'teams' | 'groups'>): NameOf {
  return useMemo(() => {
    const names = new Map([...teams, ...groups].map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id.replace(/^setting:/, '');
  }, [teams, groups]);
}
