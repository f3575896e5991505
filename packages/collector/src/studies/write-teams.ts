import type { Transaction } from 'kysely';
import { MOST_TEAMS, type Team } from '../model/team.ts';
import type { ProblemError } from '../problem.ts';
import { errorsRefusal } from '../refusal.ts';
import type { Database } from '../store/database.ts';
import { type HierarchyIssue, hierarchyIssues } from './hierarchy-issues.ts';

/** Rows of one statement: engines take so many values at most. */
const ROWS = 1000;

/** The teams of a study, by id. */
export async function teamsOf(trx: Pick<Transaction<Database>, 'selectFrom'>, studyId: string): Promise<Team[]> {
  const rows = await trx
    .selectFrom('team')
    .select(['id', 'name', 'parent_id', 'setting'])
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute();
  return rows.map(({ parent_id, ...team }) => ({ ...team, parent: parent_id }));
}

/**
 * Adds teams to a study, or gives those that are there their new name, place and setting.
 *
 * @param pathOf where the request names what is wrong with a team
 * @throws Refusal where the whole would be no hierarchy, or too many
 */
export async function writeTeams(
  trx: Transaction<Database>,
  studyId: string,
  teams: readonly Team[],
  pathOf: (issue: HierarchyIssue) => string,
): Promise<void> {
  const after = new Map((await teamsOf(trx, studyId)).map((team) => [team.id, team]));
  for (const team of teams) after.set(team.id, team);
  const errors = hierarchyIssues([...after.values()]).map(
    (issue): ProblemError => ({ path: pathOf(issue), code: issue.code, message: issue.message }),
  );
  if (after.size > MOST_TEAMS) {
    errors.push({ path: 'teams', code: 'too-many', message: `would be ${after.size}, of at most ${MOST_TEAMS}` });
  }
  if (errors.length > 0) throw errorsRefusal(errors);
  // first all of them, then who is below whom: a parent may come after its child
  for (let from = 0; from < teams.length; from += ROWS) {
    await trx
      .insertInto('team')
      .values(
        teams.slice(from, from + ROWS).map(({ id, name, setting }) => ({
          id,
          study_id: studyId,
          name,
          setting,
          parent_id: null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['study_id', 'id'])
          .doUpdateSet((row) => ({ name: row.ref('excluded.name'), setting: row.ref('excluded.setting') })),
      )
      .execute();
  }
  const byParent = new Map<string | null, Team[]>();
  for (const team of teams) {
    const siblings = byParent.get(team.parent);
    if (siblings === undefined) byParent.set(team.parent, [team]);
    else siblings.push(team);
  }
  for (const [parent, children] of byParent) {
    for (let from = 0; from < children.length; from += ROWS) {
      await trx
        .updateTable('team')
        .set({ parent_id: parent })
        .where('study_id', '=', studyId)
        .where(
          'id',
          'in',
          children.slice(from, from + ROWS).map(({ id }) => id),
        )
        .execute();
    }
  }
}
