import type { Reach } from './permissions.ts';
import type { SignedIn } from './session/sessions.ts';

/**
 * Whether somebody who reaches so far may see what is about a team: the whole (undefined) is for everybody, a team for
 * its lead and for those who reach all. For teams in addresses `protect` asks; a route that takes a team in its query or
 * its body asks itself.
 */
export function reachesTeam(reach: Reach, { account }: SignedIn, team: string | undefined): boolean {
  return team === undefined || reach === 'all' || (reach === 'team' && team === account.teamId);
}
