import type { LocalizedText } from '@peerscale/core';
import { checkFormPlan, type FormPlan } from '@peerscale/form';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000));
const slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/), v.maxLength(64));

const studySchema = v.strictObject({
  id: slug,
  title: v.objectWithRest({ en: text }, text),
  instrument: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  locales: v.pipe(
    v.array(text),
    v.minLength(1),
    v.check((locales) => new Set(locales).size === locales.length, 'a locale is listed twice'),
  ),
  minimumGroupSize: v.pipe(v.number(), v.integer(), v.minValue(3)),
  simulated: v.boolean(),
  plan: v.exactOptional(v.unknown()),
});

/** One questionnaire put to one set of people. */
export interface Study {
  /** lower-case words joined by hyphens, at most 64 characters; part of the address */
  readonly id: string;
  readonly title: LocalizedText;
  /** id and version of the instrument */
  readonly instrument: string;
  readonly version: string;
  /** languages on offer, the one for everybody else first */
  readonly locales: readonly string[];
  /** no figure is shown about fewer respondents; at least 3 */
  readonly minimumGroupSize: number;
  /** whether the answers were made up, which every page then says */
  readonly simulated: boolean;
  /**
   * what the form has besides; `instrument` is one of those it names, the one that the report is about. Default: the
   * instrument alone
   */
  readonly plan?: FormPlan;
}

/** Whether a study could have that id: what an address names is checked before it reaches the database. */
export function isStudyId(id: string): boolean {
  return v.is(slug, id);
}

/** The study as it is stored. @throws RangeError that names every field at fault */
export function checkStudy(input: Study): Study {
  const result = v.safeParse(studySchema, input);
  const issues = result.success
    ? planIssues(result.output)
    : result.issues.map((issue) => `${v.getDotPath(issue) ?? 'study'}: ${issue.message}`);
  if (issues.length > 0) throw new RangeError(`Unexpected study: ${issues.join('; ')}`);
  return result.output as Study;
}

function planIssues({ plan, instrument, version }: v.InferOutput<typeof studySchema>): string[] {
  if (plan === undefined) return [];
  const checked = checkFormPlan(plan);
  if (!checked.success) return checked.issues.map(({ path, message }) => `plan.${path}: ${message}`);
  const named = checked.value.parts.some(
    (part) => part.kind === 'instrument' && part.instrument === instrument && part.version === version,
  );
  return named ? [] : [`plan.parts: ${instrument}@${version} is not one of them`];
}
