import type { FrozenGroup } from '../model/frozen-wave.ts';
import type { Team } from '../model/team.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { OpenInvitation } from './open-wave.ts';

/** The team and the group that answers count to. */
export interface ChosenCell {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly group: FrozenGroup;
}

/** The cells that an invitation leaves open to choose from, by id. */
export async function cellsToChoose(
  { db }: Pick<Store, 'db'>,
  { wave, team, group }: Pick<OpenInvitation, 'wave' | 'team' | 'group'>,
): Promise<{ readonly team: string; readonly group: string }[]> {
  let asked = db.selectFrom('wave_cell').select(['team_id', 'group_id']).where('wave_id', '=', wave.id);
  if (team !== null) asked = asked.where('team_id', '=', team);
  if (group !== null) asked = asked.where('group_id', '=', group);
  const rows = await asked.orderBy('team_id').orderBy('group_id').execute();
  return rows.map(({ team_id, group_id }) => ({ team: team_id, group: group_id }));
}

/**
 * The cell of an invitation: its own, or the one that the person says by `?team=` and `?group=` where an open link leaves
 * it to them. What the invitation says cannot be changed so.
 *
 * @throws Refusal where something is not said, or is not asked in this wave
 */
export async function chooseCell(
  store: Pick<Store, 'db'>,
  invitation: OpenInvitation,
  said: { readonly team?: string | undefined; readonly group?: string | undefined },
): Promise<ChosenCell> {
  const { frozen, wave } = invitation;
  const team = invitation.team ?? said.team;
  const group = invitation.group ?? said.group;
  const errors = [
    ...(team === undefined ? [{ path: 'query.team', code: 'missing', message: 'say which team it is' }] : []),
    ...(group === undefined ? [{ path: 'query.group', code: 'missing', message: 'say which group it is' }] : []),
  ];
  if (errors.length > 0) throw new Refusal('invalid-request', { errors });
  const chosenTeam = frozen.teams.find(({ id }) => id === team);
  const chosenGroup = frozen.groups.find(({ id }) => id === group);
  const cell =
    chosenTeam !== undefined &&
    chosenGroup !== undefined &&
    (await store.db
      .selectFrom('wave_cell')
      .select('team_id')
      .where('wave_id', '=', wave.id)
      .where('team_id', '=', chosenTeam.id)
      .where('group_id', '=', chosenGroup.id)
      .executeTakeFirst());
  if (!cell || chosenTeam === undefined || chosenGroup === undefined) {
    const message = 'are not asked in this wave';
    throw new Refusal('invalid-request', {
      errors: [{ path: 'query.team, query.group', code: 'unknown-cell', message }],
    });
  }
  return { team: { id: chosenTeam.id, name: chosenTeam.name }, group: chosenGroup };
}
