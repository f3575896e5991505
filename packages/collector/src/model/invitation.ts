import * as v from 'valibot';
import { emailSchema, localeSchema, teamIdSchema } from './account.ts';
import { hasNoTwins, idSchema } from './text.ts';
import { cellSchema } from './wave.ts';

/** A link for many people: of one team and group, or one where each person says which of the open ones is theirs. */
export const newLinkSchema = v.strictObject({
  team: v.optional(v.nullable(teamIdSchema), null),
  group: v.optional(v.nullable(idSchema), null),
});

/** A link as staff read it later: without its secret, which is shown once. */
export const linkSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  kind: v.picklist(['open', 'group']),
  team: v.nullable(teamIdSchema),
  group: v.nullable(idSchema),
});

/** As many single-use links as one request makes. */
const MOST_TOKENS = 10_000;

export const newTokensSchema = v.strictObject({
  cells: v.pipe(
    v.array(
      v.strictObject({
        team: cellSchema.entries.team,
        group: cellSchema.entries.group,
        count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_TOKENS)),
      }),
    ),
    v.minLength(1, 'names no team'),
    v.maxLength(1000),
    v.check((cells) => hasNoTwins(cells, ({ team, group }) => `${team} ${group}`), 'names a team and group twice'),
    v.check(
      (cells) => cells.reduce((sum, { count }) => sum + count, 0) <= MOST_TOKENS,
      `asks for more than ${MOST_TOKENS} links at once`,
    ),
  ),
});

/** Letters to so many people at once; a longer list is sent in pieces. */
const MOST_LETTERS = 500;

export const lettersSchema = v.strictObject({
  team: teamIdSchema,
  group: idSchema,
  locale: localeSchema,
  addresses: v.pipe(
    v.array(emailSchema),
    v.minLength(1, 'names nobody'),
    v.maxLength(MOST_LETTERS, `has more than ${MOST_LETTERS} addresses`),
    v.check((addresses) => hasNoTwins(addresses, (address) => address), 'names somebody twice'),
  ),
});

const places = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** What became of letters: the others by their places in the list that was posted. */
export const lettersSentSchema = v.strictObject({
  sent: v.pipe(v.number(), v.integer(), v.minValue(0)),
  failed: places,
  /** being sent when a server ended: they may have arrived, and are not sent again */
  unsure: places,
});
export type LettersSent = v.InferOutput<typeof lettersSentSchema>;
