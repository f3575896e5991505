import * as v from 'valibot';

export const roles = ['owner', 'analyst', 'lead', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Nothing that breaks a line, a header or a log, or turns the reading direction of what follows. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A name of a person or an organisation, as it is shown and put into letters: one line, at most 200 characters. */
export const nameSchema = v.pipe(
  v.string(),
  v.check((text) => !/\p{Surrogate}/u.test(text), 'holds half a character'),
  v.normalize('NFC'),
  v.check((text) => !UNSAFE.test(text), 'holds a character that breaks the line or turns its direction'),
  v.trim(),
  v.minLength(1, 'is empty'),
  v.check((text) => [...text].length <= 200, 'has more than 200 characters'),
);

/**
 * An e-mail address in lower case. Only ASCII: of two addresses that look alike one could be somebody else's, and some
 * other letters become ASCII ones when their case is changed (U+212A becomes k), so it is asked for before that.
 */
export const emailSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254, 'has more than 254 characters'),
  v.regex(/^[\x21-\x7E]*$/, 'holds a letter other than a to z; write a domain of other letters in its xn-- form'),
  v.rfcEmail('is not an e-mail address'),
  v.toLowerCase(),
);

/** A language tag as `cs` or `pt-BR`. */
export const localeSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'is not a language tag'),
);

/** The text itself is checked by `passwordIssue`, which knows whose it is. No message of this schema repeats it. */
export const passwordSchema = v.string('is not a text');

/** The id of a team, the same in every study of the organisation. */
export const teamIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not lower-case words joined by hyphens'),
  v.maxLength(64, 'has more than 64 characters'),
);

const roleSchema = v.picklist(roles, `is not one of ${roles.join(', ')}`);
const leadHasTeam = ({ role, team = null }: { role: Role; team?: string | null | undefined }) =>
  (role === 'lead') === (team !== null);

export const newAccountSchema = v.pipe(
  v.strictObject({
    email: emailSchema,
    name: nameSchema,
    role: roleSchema,
    team: v.optional(v.nullable(teamIdSchema)),
    locale: localeSchema,
  }),
  v.forward(
    v.check((account) => leadHasTeam(account), 'is given for a lead, and for nobody else'),
    ['team'],
  ),
);

export const accountChangesSchema = v.strictObject({
  name: v.optional(nameSchema),
  role: v.optional(roleSchema),
  team: v.optional(v.nullable(teamIdSchema)),
  disabled: v.optional(v.boolean()),
});

/** What belongs to a role after changes: a team to a lead, and to nobody else. */
export function fitsRole(role: Role, team: string | null): boolean {
  return leadHasTeam({ role, team });
}

export const ownChangesSchema = v.strictObject({ name: v.optional(nameSchema), locale: v.optional(localeSchema) });
