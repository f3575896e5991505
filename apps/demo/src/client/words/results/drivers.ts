import type { Words } from '../../language-context.ts';
import { peopleEn } from './people.ts';

const en = {
  drivers: {
    title: 'What goes along with burnout and satisfaction',
    text: 'Which of the other scales go along most with one of them, all taken together? This shows what belongs together in these answers, not what causes what.',
    open: 'Show what goes along with it',
    outcome: 'Explain',
    needsClosed: 'This appears when the wave is closed.',
    explained: (share: string, lower: string, upper: string) =>
      `The scales below together account for ${share} of the differences between people (interval ${lower} to ${upper}).`,
    explainedPlain: (share: string) =>
      `The scales below together account for ${share} of the differences between people.`,
    picture: 'Share of the explained differences',
    higher: (driver: string, outcome: string, b: string) =>
      `People one point higher in “${driver}” are on average ${b} points higher in “${outcome}”, the other scales being equal.`,
    lower: (driver: string, outcome: string, b: string) =>
      `People one point higher in “${driver}” are on average ${b} points lower in “${outcome}”, the other scales being equal.`,
    unclear: (driver: string) => `“${driver}”: no clear contribution of its own.`,
    predictor: 'Scale',
    coefficient: 'Slope',
    standardized: 'Standardised slope',
    r: 'Correlation',
    how: 'How do we know?',
    howText: (n: number, dropped: number, errors: string) =>
      `Linear regression over ${peopleEn(n)} with a score on every scale${dropped > 0 ? ` (${dropped} left out)` : ''}, robust standard errors (${errors}). The share of a scale is its Shapley share in R squared (general dominance), with a bootstrap interval.`,
    none: 'There are too few complete answers for this.',
  },
};

type DriversWords = typeof en;

const cs: DriversWords = {
  drivers: {
    title: 'Co souvisí s vyhořením a spokojeností',
    text: 'Které z ostatních škál s nimi souvisejí nejvíc, vezmou-li se všechny dohromady? Ukazuje to, co v těchto odpovědích patří k sobě, ne co je příčinou čeho.',
    open: 'Ukázat, co s tím souvisí',
    outcome: 'Vysvětlit',
    needsClosed: 'Objeví se po uzavření vlny.',
    explained: (share, lower, upper) =>
      `Škály níže dohromady vysvětlují ${share} rozdílů mezi lidmi (interval ${lower} až ${upper}).`,
    explainedPlain: (share) => `Škály níže dohromady vysvětlují ${share} rozdílů mezi lidmi.`,
    picture: 'Podíl na vysvětlených rozdílech',
    higher: (driver, outcome, b) =>
      `Lidé, kteří mají na škále „${driver}“ o bod víc, mají na škále „${outcome}“ při stejných ostatních škálách v průměru o ${b} bodu víc.`,
    lower: (driver, outcome, b) =>
      `Lidé, kteří mají na škále „${driver}“ o bod víc, mají na škále „${outcome}“ při stejných ostatních škálách v průměru o ${b} bodu méně.`,
    unclear: (driver) => `„${driver}“: bez zřetelného vlastního přínosu.`,
    predictor: 'Škála',
    coefficient: 'Sklon',
    standardized: 'Standardizovaný sklon',
    r: 'Korelace',
    how: 'Jak to víme?',
    howText: (n, dropped, errors) =>
      `Lineární regrese, počet lidí se skóre na každé škále: ${n}${dropped > 0 ? ` (vynecháno ${dropped})` : ''}, robustní standardní chyby (${errors}). Podíl škály je její Shapleyho podíl na R² (obecná dominance) s bootstrapovým intervalem.`,
    none: 'Úplných odpovědí je na to málo.',
  },
};

/** What goes along with burnout and satisfaction. */
export const driversWords: Words<DriversWords> = { en, cs };
