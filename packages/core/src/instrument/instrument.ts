import * as v from 'valibot';

/** Lower-case words joined by hyphens: the form of every id that we give ourselves. */
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'an id is lower-case letters and digits, joined by hyphens'),
  v.maxLength(64),
);

/** Item ids may keep the capitals and underscores of data files ("LEAD01", "ex_1"); two names that no record can hold are out. */
export const itemIdSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9_-]*$/,
    'an item id starts with a letter and has only letters, digits, "_" and "-"',
  ),
  v.maxLength(64),
);

export const instrumentIdSchema = slug;
export const versionSchema = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version is MAJOR.MINOR.PATCH'));
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(10_000));
const doi = v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'a DOI starts with "10." and has no address in front'));
const isoDate = v.pipe(v.string(), v.isoDate('a date is written YYYY-MM-DD'));

/** One text in several languages; English is always there, other languages by their BCP 47 tag. */
export const localizedTextSchema = v.objectWithRest({ en: text }, text);

/** The end of the construct that something points to: see {@link Instrument} `poles`. */
export const poleSchema = v.picklist(['positive', 'negative']);

/**
 * What the highest code of a response scale says about the sentence it answers: `endorsement` (agreement, always, to a
 * very high degree) or `rejection` (disagreement, never, to a very low degree).
 */
export const codingSchema = v.picklist(['endorsement', 'rejection']);

const responseScaleSchema = v.strictObject({
  id: slug,
  measure: v.picklist(['agreement', 'frequency', 'degree', 'truth']),
  codes: v.pipe(
    v.array(v.pipe(v.number(), v.integer('codes are whole numbers'), v.minValue(-32768), v.maxValue(32767))),
    v.minLength(2, 'a response scale has at least two codes'),
    v.maxLength(101),
  ),
  highCodeMeans: v.exactOptional(codingSchema),
});

const itemSchema = v.strictObject({
  id: itemIdSchema,
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  polarity: poleSchema,
  responseScale: slug,
  label: localizedTextSchema,
  rationale: v.exactOptional(text),
  scored: v.exactOptional(v.literal(false)),
});

const missingRuleSchema = v.variant('rule', [
  v.strictObject({ rule: v.literal('complete') }),
  v.strictObject({
    rule: v.literal('minimum-answered'),
    minimum: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.strictObject({
    rule: v.literal('minimum-share'),
    share: v.pipe(v.number(), v.gtValue(0, 'a share is above 0'), v.maxValue(1)),
  }),
  v.strictObject({ rule: v.literal('person-mean') }),
]);

const weight = v.pipe(v.number(), v.finite(), v.gtValue(0, 'a weight is above 0'));

const code = v.exactOptional(v.pipe(v.number(), v.integer()));
const substitutesSchema = v.strictObject({
  'not-asked': code,
  skipped: code,
  refused: code,
  'dont-know': code,
  'not-applicable': code,
});

const scaleSchema = v.strictObject({
  id: slug,
  name: localizedTextSchema,
  highMeans: localizedTextSchema,
  direction: poleSchema,
  method: v.picklist(['mean', 'sum', 'count']),
  missing: missingRuleSchema,
  items: v.pipe(v.array(itemIdSchema), v.minLength(1, 'a scale has at least one item')),
  parts: v.exactOptional(v.pipe(v.array(slug), v.minLength(1))),
  weights: v.exactOptional(v.record(v.string(), weight)),
  countFrom: v.exactOptional(v.pipe(v.number(), v.integer())),
  substitutes: v.exactOptional(substitutesSchema),
  transform: v.exactOptional(v.literal('percent-of-maximum')),
  optional: v.exactOptional(v.literal(true)),
  publishedReversed: v.exactOptional(v.array(itemIdSchema)),
});

const normSourceSchema = v.strictObject({
  citation: text,
  doi: v.exactOptional(doi),
  checkedOn: isoDate,
});

const normSchema = v.strictObject({
  id: slug,
  scale: slug,
  sample: text,
  n: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  mean: v.exactOptional(v.pipe(v.number(), v.finite())),
  sd: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  alpha: v.exactOptional(v.pipe(v.number(), v.maxValue(1))),
  percentiles: v.exactOptional(
    v.array(
      v.strictObject({
        score: v.pipe(v.number(), v.finite()),
        percentile: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
      }),
    ),
  ),
  source: normSourceSchema,
});

const bandsSchema = v.strictObject({
  id: slug,
  scale: slug,
  bands: v.pipe(
    v.array(v.strictObject({ id: slug, from: v.nullable(v.pipe(v.number(), v.finite())), label: localizedTextSchema })),
    v.minLength(2, 'bands cut a scale in at least two'),
  ),
  caution: text,
  source: normSourceSchema,
});

const rightsSchema = v.strictObject({
  wording: v.picklist(['included', 'text-pack', 'withheld']),
  holder: text,
  licence: text,
  terms: text,
  wordingSource: text,
  commercialUse: v.picklist(['allowed', 'ask-holder', 'not-allowed', 'paid-licence']),
});

/** How well a fact is known: see `confidenceOf`. */
export const confidenceSchema = v.picklist(['high', 'medium-high', 'medium', 'low']);

/** Who is asked; forms of one family for different respondents share the ids of the items that ask the same. */
export const respondentSchema = v.picklist(['anyone', 'peer-worker', 'staff', 'manager', 'service-user']);

const sourceSchema = v.strictObject({
  supports: v.pipe(
    v.array(v.picklist(['structure', 'key', 'coding', 'scoring', 'missing', 'rights', 'construct'])),
    v.minLength(1),
  ),
  citation: text,
  doi: v.exactOptional(doi),
  confidence: confidenceSchema,
  checkedOn: isoDate,
});

/** The shape of `instrument.json`; what no shape can say is checked by `validateInstrument`. */
export const instrumentSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal('peerscale/instrument@1'),
  id: slug,
  version: versionSchema,
  name: localizedTextSchema,
  construct: slug,
  family: v.exactOptional(slug),
  respondents: v.exactOptional(respondentSchema),
  validation: v.picklist(['none yet', 'published']),
  poles: v.strictObject({ positive: localizedTextSchema, negative: localizedTextSchema }),
  responseScales: v.pipe(v.array(responseScaleSchema), v.minLength(1)),
  items: v.pipe(v.array(itemSchema), v.minLength(1)),
  scales: v.pipe(v.array(scaleSchema), v.minLength(1)),
  norms: v.exactOptional(v.array(normSchema)),
  bands: v.exactOptional(v.array(bandsSchema)),
  notes: v.exactOptional(v.array(text)),
  rights: rightsSchema,
  sources: v.pipe(v.array(sourceSchema), v.minLength(1, 'at least one source')),
});

/**
 * A questionnaire as data: facts only, no wording.
 *
 * `poles` names the two ends of what is measured; an item's `polarity` is the pole that endorsing it points to, a scale's
 * `direction` the pole that a high score means. Which items are reversed follows from polarity, the coding of the answers
 * and the direction (see `scaleKey`), and is never typed in; `publishedReversed` is evidence only: it is compared with
 * what follows, and a difference is refused.
 *
 * A scale scores its `items`, or, where it has `parts`, the scores of those scales (turned round where their direction is
 * the other one); `items` then lists the items of all parts. `weights` go by item or part id, default 1. `count` counts
 * the keyed answers from `countFrom` up. `substitutes` are codes that stand for a reason for missing where the authors
 * say so. An `optional` scale never enters a total. `norms` and `bands` are used on request only. `notes` state
 * conditions of use and known traps. Items with `scored: false` are asked and reported, and enter no scale.
 */
export type Instrument = v.InferOutput<typeof instrumentSchema>;
export type Item = Instrument['items'][number];
export type Scale = Instrument['scales'][number];
export type ResponseScale = Instrument['responseScales'][number];
export type MissingRule = Scale['missing'];
export type LocalizedText = v.InferOutput<typeof localizedTextSchema>;
export type Pole = v.InferOutput<typeof poleSchema>;
export type Coding = v.InferOutput<typeof codingSchema>;
export type Confidence = v.InferOutput<typeof confidenceSchema>;
export type Respondent = v.InferOutput<typeof respondentSchema>;
export type Norm = NonNullable<Instrument['norms']>[number];
export type Bands = NonNullable<Instrument['bands']>[number];

/** The coding of answers by response-scale id, where it differs from the one in the definition. */
export type CodingByScale = Readonly<Record<string, Coding>>;
