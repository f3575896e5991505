import * as v from 'valibot';
import { nameSchema, teamIdSchema } from './account.ts';
import { daySchema, hasNoTwins, idSchema } from './text.ts';

/** A team and a group that are asked in a wave, and how many people they are, where somebody counted. */
export const cellSchema = v.strictObject({
  team: teamIdSchema,
  group: idSchema,
  expected: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))), null),
});
export type Cell = v.InferOutput<typeof cellSchema>;

const entries = {
  name: nameSchema,
  opensOn: daySchema,
  /** the last day on which answers are taken, UTC */
  closesOn: daySchema,
  /** days on which people are reminded */
  reminders: v.pipe(
    v.array(daySchema),
    v.maxLength(20),
    v.check((days) => hasNoTwins(days, (day) => day), 'names a day twice'),
    v.transform((days) => [...days].sort()),
  ),
  /** who is asked; where nothing is given, every group of every team when the wave starts */
  cells: v.pipe(
    v.array(cellSchema),
    v.maxLength(5000, 'has more than 5000 entries'),
    v.check((cells) => hasNoTwins(cells, ({ team, group }) => `${team} ${group}`), 'names a team and group twice'),
  ),
};

/** The issue of days that do not fit together, if there is one. */
export function waveDaysIssue(wave: {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reminders: readonly string[];
}): { readonly path: 'closesOn' | 'reminders'; readonly message: string } | undefined {
  if (wave.closesOn < wave.opensOn) return { path: 'closesOn', message: 'is before opensOn' };
  if (wave.reminders.some((day) => day < wave.opensOn || day > wave.closesOn)) {
    return { path: 'reminders', message: 'has a day on which the wave is not open' };
  }
  return undefined;
}

export const newWaveSchema = v.strictObject({
  name: entries.name,
  opensOn: entries.opensOn,
  closesOn: entries.closesOn,
  reminders: v.optional(entries.reminders, []),
  cells: v.optional(entries.cells),
});

/** What changes; in a wave that has started only the name, the last day and the reminders can. */
export const waveChangesSchema = v.strictObject({
  name: v.exactOptional(entries.name),
  opensOn: v.exactOptional(entries.opensOn),
  closesOn: v.exactOptional(entries.closesOn),
  reminders: v.exactOptional(entries.reminders),
  cells: v.exactOptional(entries.cells),
});

/** A wave as staff read it; its cells have an address of their own. */
export const waveSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: nameSchema,
  opensOn: daySchema,
  closesOn: daySchema,
  reminders: v.array(daySchema),
  state: v.picklist(['planned', 'open', 'closed']),
});
export type WaveView = v.InferOutput<typeof waveSchema>;
