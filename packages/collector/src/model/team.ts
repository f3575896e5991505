import * as v from 'valibot';
import { nameSchema, teamIdSchema } from './account.ts';
import { hasNoTwins } from './text.ts';

/** As many teams as a study has at most; beyond it a table of results is not read by anybody. */
export const MOST_TEAMS = 5000;
/** How far below another a team can be. */
export const DEEPEST_TEAM = 16;

const entries = {
  name: nameSchema,
  /** the team above, in the same study */
  parent: v.optional(v.nullable(teamIdSchema), null),
  /** what kind of place it is, such as `inpatient`: settings are compared with one another */
  setting: v.optional(v.nullable(nameSchema), null),
};

/** A team, without the id that its address bears. */
export const teamContentSchema = v.strictObject(entries);

export const teamSchema = v.strictObject({ id: teamIdSchema, ...entries });
export type Team = v.InferOutput<typeof teamSchema>;

export const teamListSchema = v.strictObject({
  teams: v.pipe(
    v.array(teamSchema),
    v.minLength(1, 'names no team'),
    v.maxLength(MOST_TEAMS, `names more than ${MOST_TEAMS} teams`),
    v.check((teams) => hasNoTwins(teams, ({ id }) => id), 'has an id twice'),
  ),
});
