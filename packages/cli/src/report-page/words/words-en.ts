import type {
  Coding,
  CoefficientId,
  Instrument,
  IntervalMethod,
  MissingTreatment,
  ReportIssueCode,
  Respondent,
} from '@peerscale/core';
import { emphasis, type Inline, type Text, text } from '../document/text.ts';
import { formats } from '../formats.ts';
import { pluralOf } from './plural.ts';
import { teamWordsEn } from './team-words-en.ts';

/** What an issue is about: the item's label, its item-rest correlation and alpha without it, and the sizes of the scale. */
export interface IssueContext {
  readonly item: Text;
  readonly itemRest: string;
  readonly alphaWithout: string;
  readonly alpha: string;
  readonly n: number;
  readonly k: number;
  readonly missing: MissingTreatment;
}

const format = formats('en', false, ', ');
const plural = pluralOf('en');
const counted = (n: number, one: string, other: string) => `${format.count(n)} ${plural(n, { one, other })}`;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** Counts below ten are words in running text (APA 7, 6.33). */
const inWords = (n: number) => NUMBERS[n] ?? format.count(n);
const itemsInWords = (k: number) => `${inWords(k)} ${plural(k, { one: 'item', other: 'items' })}`;

const intervalNames: Readonly<Record<IntervalMethod, string>> = {
  feldt: 'Feldt',
  bonett: 'Bonett',
  'duhachek-iacobucci': 'Duhachek–Iacobucci',
  'bootstrap-percentile': 'percentile bootstrap',
  'bootstrap-bca': 'bias-corrected and accelerated bootstrap',
};

export const en = {
  locale: 'en',
  format,
  title: (instrument: Inline) => text`Reliability and item analysis: ${instrument}`,
  subtitle: (file: Inline, date: string | undefined) =>
    date === undefined ? text`Answers in ${file}` : text`Answers in ${file} · ${date}`,
  quoted: (name: Inline) => text`“${name}”`,
  skipLink: 'Skip to the content',
  contents: 'Contents',
  footer: (software: string) => text`Made by ${software}.`,
  standsAlone: 'This page stands alone: it has no script and loads nothing from anywhere.',

  measured: {
    heading: 'What was measured',
    unvalidatedTitle: 'Not validated yet',
    unvalidated: 'No study has shown what these scales measure. Read the figures with that in mind.',
    adHocInstrument: 'One scale',
    adHocScale: 'The scale',
    adHoc: (k: number, lowest: string, highest: string) =>
      text`One scale put together for this analysis, without a published instrument: ${itemsInWords(k)} with codes from ${lowest} to ${highest}.`,
    instrument: 'Instrument',
    construct: 'Construct',
    respondents: 'Who is asked',
    respondentWords: {
      anyone: 'anyone',
      'peer-worker': 'peer workers',
      staff: 'staff',
      manager: 'managers',
      'service-user': 'service users',
    } satisfies Record<Respondent, string>,
    answers: 'Answers',
    codes: (lowest: string, highest: string) => `codes ${lowest} to ${highest}`,
    highCode: {
      endorsement: 'a high code says yes to the item',
      rejection: 'a high code says no to it',
    } satisfies Record<Coding, string>,
    coding: 'Coding',
    codingBy: (by: string) => `as stated by ${by}; which items are reversed follows from it`,
    byOption: 'the option --coding',
    byTextPack: 'the text pack',
    validation: 'Validation',
    validationWords: {
      'none yet': 'none yet',
      published: 'published (see the sources)',
    } satisfies Record<Instrument['validation'], string>,
    confidence: 'Structure and key',
    confidenceWords: (level: string) => `known with ${level} confidence`,
    confidenceLevels: { high: 'high', 'medium-high': 'medium to high', medium: 'medium', low: 'low' },
    rights: 'Rights',
    terms: 'Terms',
    sources: 'Sources',
  },

  sample: {
    heading: 'Sample and missing answers',
    respondents: (n: number) => counted(n, 'respondent', 'respondents'),
    nobody: 'There are no respondents.',
    missing: (missing: number, cells: number, share: string) =>
      missing === 0
        ? `All ${format.count(cells)} answers are there.`
        : `${format.count(missing)} of ${format.count(cells)} answers ${plural(missing, { one: 'is', other: 'are' })} missing (${share}).`,
    rule: {
      listwise:
        'Each scale is analysed over the respondents who answered all of its items (listwise); the others are counted as left out.',
      pairwise:
        'Each correlation is computed over the respondents who answered both items (pairwise); scores are those of complete respondents.',
      em: 'Means and covariances are estimated by maximum likelihood from all answers given (EM); scores are those of complete respondents.',
    } satisfies Record<MissingTreatment, string>,
    bars: (end: string) => `Missing answers by item (a full bar is ${end} of the respondents)`,
    barTitle: (missing: string, n: string, share: string) => `${missing} of ${n} without an answer (${share})`,
    withoutMissing: (items: number) =>
      items === 0
        ? ''
        : ` ${items === 1 ? 'The one item not shown has' : `The ${inWords(items)} items not shown have`} no missing answer.`,
    privacyTitle: 'Before you hand this on',
    privacy: (minimum: number, distribution: number) =>
      `Counts of answers can give people away to those who know them. Nothing is shown about a scale that fewer than ${minimum} people answered completely, and no distribution of fewer than ${distribution}; counts within a distribution can still be small.`,
    fewTitle: 'Few respondents',
    few: (minimum: number) =>
      `Fewer than ${minimum} people have answered. How many and what they answered is held back, so that nobody can be recognised.`,
    noDistribution: (distribution: number) =>
      `Fewer than ${distribution} people have answered. Answer distributions, histograms, missing answers by item and figures about the ends of the scales are held back, so that nobody can be recognised. All figures are uncertain with so few.`,
  },

  scales: {
    heading: 'Scales at a glance',
    caption: 'Scores and reliability of the scales',
    scale: 'Scale',
    possible: 'Possible',
    leftOut: 'Left out',
    omega: 'ω',
    interval: (level: string) => `${level} CI`,
    withheld: 'withheld',
    fewerThan: (minimum: number) => `< ${minimum}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    sem: 'SEM',
    withNotes: 'Read with care: there are notes on',
    legend: text`${emphasis('k')}: items. ${emphasis('n')}: respondents who answered all of them. CI: confidence interval of α. SEM: standard error of measurement, in points of the score. All columns are explained under “How to read the tables”.`,
  },

  scale: {
    score: {
      mean: (k: number) => `mean of ${itemsInWords(k)}`,
      sum: (k: number) => `sum of ${itemsInWords(k)}`,
      count: (k: number) => `count over ${itemsInWords(k)}`,
    },
    highMeans: (meaning: Inline) => text`A high score means: ${meaning}.`,
    made: (score: string, from: string, to: string) => `Score: ${score}, possible values ${from} to ${to}.`,
    inAPaper: 'In a paper',
    notes: 'Read with care',
    nobody: 'Nobody answered all items of this scale.',
    withheld: (minimum: number) =>
      `Fewer than ${minimum} people answered all items of this scale. Nothing is shown about it, so that nobody can be recognised.`,
    noDistribution: (distribution: number) =>
      `Fewer than ${distribution} people answered all items of this scale. Its distributions are held back, so that nobody can be recognised, and its figures are uncertain.`,
  },

  histogram: {
    heading: 'Distribution of the scores',
    caption: (n: number) =>
      text`Scores of ${counted(n, 'respondent', 'respondents')}. Numbers above the bars are counts.`,
    description: (n: number, from: string, to: string, mean: string, sd: string) =>
      `Histogram of ${counted(n, 'score', 'scores')} on a scale from ${from} to ${to}, with mean ${mean} and standard deviation ${sd}. The table after the picture has the same numbers.`,
    score: 'Score',
    respondents: 'Respondents',
    share: 'Share',
    mean: (value: string) => `mean ${value}`,
    table: 'The picture as a table',
    tableCaption: 'How many respondents have which score',
    shape: (minimum: string, maximum: string, skewness: string, kurtosis: string, floor: string, ceiling: string) =>
      `Lowest score ${minimum}, highest ${maximum}; skewness ${skewness}, kurtosis ${kurtosis}; ${floor} at the lowest possible score, ${ceiling} at the highest.`,
  },

  items: {
    heading: 'Items',
    caption: (scale: Inline) => text`Items of “${scale}”, turned in the direction of the scale`,
    item: 'Item',
    reversed: '(R)',
    mean: text`${emphasis('M')}`,
    sd: text`${emphasis('SD')}`,
    rawR: text`Raw ${emphasis('r')}`,
    stdR: text`Std. ${emphasis('r')}`,
    rCor: text`Corr. ${emphasis('r')}`,
    rDrop: text`Item–rest ${emphasis('r')}`,
    discrimination: 'Upper–lower',
    alphaWithout: 'α without',
    withoutCaption: (scale: Inline) => text`“${scale}” without each item in turn`,
    without: {
      alpha: text`α`,
      standardized: text`Std. α`,
      lambda6: text`λ6`,
      averageR: text`Mean ${emphasis('r')}`,
      medianR: text`Median ${emphasis('r')}`,
      varianceR: text`Variance of ${emphasis('r')}`,
      signalToNoise: text`Signal/noise`,
      standardError: text`SE of α`,
    },
  },

  answers: {
    heading: 'Answers',
    picture:
      'Shares of the answers to each item, as they were given; numbers on the bars are percent of those who answered',
    n: (n: number) => counted(n, 'answer', 'answers'),
    part: (code: string, count: string, share: string) => `${code}: ${count} (${share})`,
    caption: (scale: Inline) => text`Answers to the items of “${scale}”, as they were given: count and share`,
    missing: 'Missing',
    skewness: 'Skewness',
    kurtosis: 'Kurtosis',
    given: 'Answers given',
    withheld: 'withheld',
  },

  correlations: {
    heading: 'Correlations between the items',
    caption: (scale: Inline) => text`Correlations of the items of “${scale}”, turned in the direction of the scale`,
    colours: text`blue: positive, orange: negative; the stronger, the more colour`,
  },

  coefficients: {
    heading: 'Further coefficients',
    caption: (scale: Inline) => text`Coefficients of “${scale}”`,
    coefficient: 'Coefficient',
    value: 'Value',
    how: 'How',
    standardized: 'Standardized alpha',
    averageR: 'Mean correlation between items',
    medianR: 'Median correlation between items',
    signalToNoise: 'Signal-to-noise ratio',
    lambda6: 'Guttman’s lambda 6 (squared multiple correlations)',
    fromCorrelations: 'from the correlations',
    names: {
      'omega-ml': 'McDonald’s omega (maximum likelihood)',
      'omega-minres': 'McDonald’s omega (minimum residual)',
      'composite-reliability': 'Composite reliability',
      'average-variance-extracted': 'Average variance extracted',
      'guttman-lambda-1': 'Guttman’s lambda 1',
      'guttman-lambda-2': 'Guttman’s lambda 2',
      'guttman-lambda-3': 'Guttman’s lambda 3',
      'guttman-lambda-4': 'Guttman’s lambda 4',
      'guttman-lambda-5': 'Guttman’s lambda 5',
      'guttman-lambda-6': 'Guttman’s lambda 6',
      'ten-berge-mu-0': 'Ten Berge’s mu 0',
      'ten-berge-mu-1': 'Ten Berge’s mu 1',
      'ten-berge-mu-2': 'Ten Berge’s mu 2',
      'ten-berge-mu-3': 'Ten Berge’s mu 3',
      'kr-20': 'Kuder–Richardson formula 20',
      'kr-21': 'Kuder–Richardson formula 21',
      'split-half-maximum': 'Best split half',
      'split-half-mean': 'Mean of the split halves',
      'split-half-minimum': 'Worst split half',
      'split-half-odd-even': 'Odd–even split half',
      'standard-error-of-measurement': 'Standard error of measurement',
      'smallest-detectable-change': 'Smallest detectable change',
    } satisfies Record<CoefficientId, string>,
  },

  apa: {
    measure: (scale: Inline, k: number, instrument: Inline, version: string) =>
      text`${scale} was measured with ${itemsInWords(k)} of “${instrument}” (version ${version}).`,
    adHocMeasure: (k: number) => text`The scale has ${itemsInWords(k)}.`,
    score: (method: 'mean' | 'sum' | 'count', from: string, to: string) =>
      `The score is the ${method === 'count' ? 'number of items answered in the keyed direction' : `${method} of the items`} and can range from ${from} to ${to}.`,
    highMeans: (meaning: Inline) => text`A high score means: ${meaning}.`,
    singleItemScore: (from: string, to: string) => `The score can range from ${from} to ${to}.`,
    nobody: 'No respondent answered every item, so no figures are reported.',
    complete: (total: number) =>
      total === 1
        ? 'The only respondent answered every item.'
        : `All ${format.count(total)} respondents answered every item.`,
    fewerThan: (minimum: number) => `fewer than ${minimum}`,
    incomplete: (n: number, found: string, total: number): Record<MissingTreatment, string> => ({
      listwise: `Of ${counted(total, 'respondent', 'respondents')}, ${found} answered every item and ${plural(n, { one: 'was', other: 'were' })} analysed (listwise deletion).`,
      pairwise: `Of ${counted(total, 'respondent', 'respondents')}, ${found} answered every item; covariances were computed from all pairs of answers (pairwise deletion).`,
      em: `Of ${counted(total, 'respondent', 'respondents')}, ${found} answered every item; covariances were estimated by maximum likelihood from all answers (EM algorithm).`,
    }),
    scores: (mean: string, sd: string | null) =>
      sd === null
        ? text`The mean score was ${emphasis('M')} = ${mean}.`
        : text`The mean score was ${emphasis('M')} = ${mean} (${emphasis('SD')} = ${sd}).`,
    singleItem: 'Internal consistency does not apply to a single item.',
    noAlpha: 'Cronbach’s alpha could not be estimated.',
    alpha: (alpha: string, interval: Text) => text`Internal consistency was Cronbach’s α = ${alpha}${interval}`,
    negativeAlpha: (alpha: string, interval: Text) =>
      text`Cronbach’s alpha was negative, α = ${alpha}${interval}; before the score is used, the key of the items has to be checked`,
    omega: (omega: string, interval: Text) => text`McDonald’s ω = ${omega}${interval}`,
    and: ' and ',
    interval: (level: string, interval: string) => text`, ${level} CI ${interval}`,
    intervalMethod: (method: IntervalMethod, bootstrap: { draws: number; seed: number } | undefined) =>
      bootstrap === undefined
        ? ` (${intervalNames[method]} interval)`
        : ` (${intervalNames[method]} with ${format.count(bootstrap.draws)} draws)`,
    itemRest: (lowest: string, highest: string) =>
      lowest === highest
        ? text`Corrected item–total correlations were ${emphasis('r')} = ${lowest}.`
        : text`Corrected item–total correlations ranged from ${emphasis('r')} = ${lowest} to ${highest}.`,
    twoItems: (r: string) => text`The correlation between the two items was ${emphasis('r')} = ${r}.`,
    sem: (sem: string) => `The standard error of measurement was ${sem} points.`,
    software: (software: string) => `Figures were computed with ${software}.`,
  },

  issues: {
    'no-respondents': () => text`Nobody has answered, so there is nothing to estimate from.`,
    'too-few-respondents': () => text`At least two respondents who answered all items are needed to estimate anything.`,
    'too-few-items': () => text`Internal consistency needs at least two items.`,
    'few-items': ({ k }) =>
      text`The scale has only ${itemsInWords(k)}. Its reliability rests on very little, and omega needs three.`,
    'constant-item': ({ item }) =>
      text`Everybody gave the same answer to ${item}. It cannot tell people apart, and with it alpha is not given.`,
    'constant-score': () => text`Everybody has the same score, so there are no differences to explain.`,
    'negative-item-rest': ({ item, itemRest }) =>
      text`${item} goes against the rest of the scale (item–rest ${emphasis('r')} = ${itemRest}). Check the key of the item, and whether it was understood as it was meant.`,
    'negative-alpha': () =>
      text`Alpha is negative: on average the items go against each other. Check the key of the items before the score is used.`,
    'singular-correlations': ({ missing }) =>
      missing === 'pairwise'
        ? text`The pairwise correlations, each from other respondents, do not fit together, so lambda 6 and the corrected correlations do not exist.`
        : text`Some items follow exactly from others in these answers, so lambda 6 and the corrected correlations do not exist.`,
    'alpha-rises-when-dropped': ({ item, alpha, alphaWithout }) =>
      text`Alpha rises from ${alpha} to ${alphaWithout} without ${item}. That is no reason to drop the item: look at what it asks, and at a new sample.`,
    'few-respondents-for-items': ({ n, k }) =>
      text`${counted(n, 'respondent', 'respondents')} ${plural(n, { one: 'is', other: 'are' })} few for ${itemsInWords(k)}: the figures may look different in another sample.`,
    'heywood-case': ({ item }) =>
      item.length === 0
        ? text`The one-factor model put the error variance of an item at its lowest bound, so omega rests on that bound.`
        : text`The one-factor model put the error variance of ${item} at its lowest bound, so omega rests on that bound.`,
    'no-convergence': ({ missing }) =>
      missing === 'em'
        ? text`The search for the estimates from incomplete answers, or for the one-factor model, did not reach its end: too much is missing, or one factor does not fit.`
        : text`The one-factor model has no solution for these answers, so omega is not given.`,
    suppressed: () => text`Figures are held back, so that nobody can be recognised.`,
  } satisfies IssueTexts as IssueTexts,

  reading: {
    heading: 'How to read the tables',
    entries: [
      [text`${emphasis('k')}, ${emphasis('n')}`, text`number of items; number of respondents behind a figure`],
      [text`${emphasis('M')}, ${emphasis('SD')}`, text`mean and standard deviation (divisor ${emphasis('n')} − 1)`],
      [
        text`α`,
        text`Cronbach’s alpha: how far the items agree in telling people apart. It equals the reliability of the score only where all items measure the same thing equally well`,
      ],
      [
        text`CI`,
        text`confidence interval: over many samples, such intervals hold the true value as often as their level says`,
      ],
      [
        text`ω`,
        text`McDonald’s omega: the same question from a model with one factor, in which items may measure it better or worse`,
      ],
      [
        text`SEM`,
        text`standard error of measurement: how far a person’s score strays by chance, in points of the score`,
      ],
      [text`(R)`, text`reversed: the item was turned round before the figures were computed`],
      [
        text`Raw ${emphasis('r')}, Std. ${emphasis('r')}`,
        text`correlation of the item with the scale of all items, itself included; of the standardized items`,
      ],
      [
        text`Corr. ${emphasis('r')}`,
        text`the standardized correlation, corrected for the item’s own part in the scale and for reliability`,
      ],
      [
        text`Item–rest ${emphasis('r')}`,
        text`correlation of the item with the sum of the other items (corrected item–total correlation)`,
      ],
      [
        text`Upper–lower`,
        text`difference of the item’s mean between the 27% with the highest and the 27% with the lowest scores, as a share of the possible range`,
      ],
      [
        text`α without, Std. α, λ6`,
        text`alpha, standardized alpha and Guttman’s lambda 6 of the scale without the item`,
      ],
      [
        text`Mean ${emphasis('r')}, Median ${emphasis('r')}, Variance of ${emphasis('r')}`,
        text`of the correlations between the items that are left`,
      ],
      [
        text`Signal/noise`,
        text`${emphasis('k')} times the mean correlation over one minus the mean correlation, of the items that are left`,
      ],
      [text`SE of α`, text`standard error of alpha without the item`],
      [text`Skewness, kurtosis`, text`of the answers as they were given, type 3; 0 for a normal distribution`],
      [text`–`, text`cannot be estimated from these answers`],
    ] as readonly (readonly [Text, Text])[],
  },

  method: {
    heading: 'Method',
    alpha: (cite: Text) =>
      text`Cronbach’s alpha is computed from the covariances of the items after turning the reversed ones round (${cite}). It is never clipped, and no item is turned round or left out because of its answers.`,
    interval: {
      feldt: (level: string, cite: Text) =>
        text`The ${level} intervals of alpha are Feldt’s, from the F distribution (${cite}). They are exact for normal items of equal variances and covariances, and too narrow with few answer options and strong skew.`,
      bonett: (level: string, cite: Text) =>
        text`The ${level} intervals of alpha are Bonett’s, from a logarithm of 1 − α (${cite}), derived for normal items of equal variances and covariances.`,
      'duhachek-iacobucci': (level: string, cite: Text) =>
        text`The ${level} intervals of alpha rest on the standard error of Duhachek and Iacobucci (${cite}), derived for normal items; they are symmetric and can pass 1.`,
      'bootstrap-percentile': (level: string, cite: Text) =>
        text`The ${level} intervals are percentiles of figures of respondents drawn with replacement (${cite}).`,
      'bootstrap-bca': (level: string, cite: Text) =>
        text`The ${level} intervals are those of the bias-corrected and accelerated bootstrap over respondents drawn with replacement (${cite}).`,
    } satisfies Record<IntervalMethod, (level: string, cite: Text) => Text>,
    bootstrap: (draws: number, seed: number) =>
      text`${format.count(draws)} draws, seed ${String(seed)}: the same command gives the same digits.`,
    pairs: text`Where answers are missing, intervals count on the fewest respondents behind any pair of items.`,
    omega: (cite: Text) =>
      text`McDonald’s omega is the share of the score’s variance that one common factor explains, with the factor fitted to the covariances by maximum likelihood and uncorrelated errors (${cite}).`,
    sem: text`The standard error of measurement is ${emphasis('SD')} √(1 − α).`,
    discrimination: (cite: Text) =>
      text`Upper and lower groups weigh exactly 27% of the respondents each; those tied at the cut count with a fraction (${cite}).`,
    shape: (cite: Text) => text`Skewness and kurtosis are of type 3 of the three in use (${cite}).`,
    agreement: text`Where R has the same figure, it is compared with it in the tests of Peerscale; its method pages name the functions of R, and the digits that agree.`,
    references: 'References',
  },

  study: teamWordsEn,

  data: {
    heading: 'Data and how to get the same report',
    file: 'File',
    rows: 'Rows',
    date: 'Date',
    software: 'Software',
    definition: 'Definition',
    reproduce: 'This command, run in the folder of the file, writes this report again, to the letter:',
  },
};

type IssueTexts = Readonly<Record<ReportIssueCode, (context: IssueContext) => Text>>;
