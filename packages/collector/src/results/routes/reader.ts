import type { Context } from 'hono';
import type { Reach } from '../../access/permissions.ts';
import type { StaffEnv } from '../../access/protect.ts';
import { reachesTeam } from '../../access/reaches-team.ts';
import type { StudyResults } from '../results-types.ts';

/** How much somebody may see of results. */
export interface Reader {
  readonly reach: StudyResults['reach'];
  mayKnow(team: string): boolean;
  /** reasons of suppression are themselves facts about small groups */
  readonly tellsReasons: boolean;
}

export function readerOf(c: Context<StaffEnv>): Reader {
  const { reach, signedIn } = c.var;
  const team = reach === 'team' ? signedIn.account.teamId : null;
  return {
    reach: { kind: kindOf(reach, team), team },
    mayKnow: (id) => reachesTeam(reach, signedIn, id),
    tellsReasons: reach === 'all',
  };
}

function kindOf(reach: Reach, team: string | null): StudyResults['reach']['kind'] {
  if (reach === 'all') return 'all';
  return team === null ? 'whole' : 'team';
}
