import * as v from 'valibot';
import { localeSchema } from './account.ts';
import { hasNoTwins, idSchema, lineInLanguagesSchema, textInLanguagesSchema } from './text.ts';

/** The fewest people that a figure may be about, whatever a study asks for. */
const SMALLEST_GROUP = 3;

const threshold = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(SMALLEST_GROUP, `is below ${SMALLEST_GROUP}`),
  v.maxValue(1000),
);

const entries = {
  title: lineInLanguagesSchema,
  locales: v.pipe(
    v.array(localeSchema),
    v.minLength(1, 'names no language'),
    v.maxLength(40),
    v.check((locales) => hasNoTwins(locales, (locale) => locale), 'names a language twice'),
  ),
  minimumGroupSize: threshold,
  minimumTextSize: threshold,
  linkage: v.picklist(['none', 'code']),
  showScores: v.boolean(),
  helpContacts: v.nullable(
    v.strictObject({ title: v.exactOptional(lineInLanguagesSchema), text: textInLanguagesSchema }),
  ),
  retentionDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
};

/**
 * A new study. `minimumGroupSize` is the number of respondents below which no figure is shown, `minimumTextSize` the one
 * below which no free text is; both are told to respondents. `linkage` says whether people are asked for a code that
 * links their waves. `retentionDays` is how long answers are kept after a wave has closed; null for as long as the study.
 */
export const newStudySchema = v.pipe(
  v.strictObject({
    title: entries.title,
    locales: entries.locales,
    minimumGroupSize: v.optional(entries.minimumGroupSize, 5),
    minimumTextSize: v.optional(entries.minimumTextSize, 10),
    linkage: v.optional(entries.linkage, 'none'),
    showScores: v.optional(entries.showScores, false),
    helpContacts: v.optional(entries.helpContacts, null),
    retentionDays: v.optional(entries.retentionDays, null),
    simulated: v.optional(v.boolean(), false),
  }),
  v.forward(
    v.check((study) => study.minimumTextSize >= study.minimumGroupSize, 'is below minimumGroupSize'),
    ['minimumTextSize'],
  ),
);
export type NewStudy = v.InferOutput<typeof newStudySchema>;

/** What changes; a field that is not there stays. */
export const studyChangesSchema = v.strictObject({
  title: v.exactOptional(entries.title),
  locales: v.exactOptional(entries.locales),
  minimumGroupSize: v.exactOptional(entries.minimumGroupSize),
  minimumTextSize: v.exactOptional(entries.minimumTextSize),
  linkage: v.exactOptional(entries.linkage),
  showScores: v.exactOptional(entries.showScores),
  helpContacts: v.exactOptional(entries.helpContacts),
  retentionDays: v.exactOptional(entries.retentionDays),
});
export type StudyChanges = v.InferOutput<typeof studyChangesSchema>;

/** A study as staff read it. The key of its linkage codes is not among it. */
export const studySchema = v.strictObject({
  id: idSchema,
  state: v.picklist(['draft', 'open', 'closed']),
  ...entries,
  simulated: v.boolean(),
});
export type StudyView = v.InferOutput<typeof studySchema>;
