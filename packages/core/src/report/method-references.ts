import type { IntervalMethod } from './report-types.ts';

/** Where a method is described. */
export interface MethodReference {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** absent where none is registered */
  readonly doi?: string;
}

/** The literature behind the figures of the reports, by the key that a coefficient names. */
export const methodReferences = {
  'bonett-2002': {
    authors: 'Bonett',
    year: 2002,
    title: 'Sample size requirements for testing and estimating coefficient alpha',
    doi: '10.3102/10769986027004335',
  },
  'cronbach-1951': {
    authors: 'Cronbach',
    year: 1951,
    title: 'Coefficient alpha and the internal structure of tests',
    doi: '10.1007/BF02310555',
  },
  'de-vet-2006': {
    authors: 'de Vet, Terwee, Knol & Bouter',
    year: 2006,
    title: 'When to use agreement versus reliability measures',
    doi: '10.1016/j.jclinepi.2005.10.015',
  },
  'dempster-laird-rubin-1977': {
    authors: 'Dempster, Laird & Rubin',
    year: 1977,
    title: 'Maximum likelihood from incomplete data via the EM algorithm',
    doi: '10.1111/j.2517-6161.1977.tb01600.x',
  },
  'duhachek-iacobucci-2004': {
    authors: 'Duhachek & Iacobucci',
    year: 2004,
    title: "Alpha's standard error (ASE): an accurate and precise confidence interval estimate",
    doi: '10.1037/0021-9010.89.5.792',
  },
  'efron-1987': {
    authors: 'Efron',
    year: 1987,
    title: 'Better bootstrap confidence intervals',
    doi: '10.1080/01621459.1987.10478410',
  },
  'efron-tibshirani-1993': {
    authors: 'Efron & Tibshirani',
    year: 1993,
    title: 'An introduction to the bootstrap',
    doi: '10.1201/9780429246593',
  },
  'feldt-1965': {
    authors: 'Feldt',
    year: 1965,
    title: 'The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty',
    doi: '10.1007/BF02289499',
  },
  'fornell-larcker-1981': {
    authors: 'Fornell & Larcker',
    year: 1981,
    title: 'Evaluating structural equation models with unobservable variables and measurement error',
    doi: '10.1177/002224378101800104',
  },
  'guttman-1945': {
    authors: 'Guttman',
    year: 1945,
    title: 'A basis for analyzing test-retest reliability',
    doi: '10.1007/BF02288892',
  },
  'harvill-1991': {
    authors: 'Harvill',
    year: 1991,
    title: 'Standard error of measurement',
    doi: '10.1111/j.1745-3992.1991.tb00195.x',
  },
  'horst-1951': {
    authors: 'Horst',
    year: 1951,
    title: 'Estimating total test reliability from parts of unequal length',
  },
  'joanes-gill-1998': {
    authors: 'Joanes & Gill',
    year: 1998,
    title: 'Comparing measures of sample skewness and kurtosis',
    doi: '10.1111/1467-9884.00122',
  },
  'kelley-1939': {
    authors: 'Kelley',
    year: 1939,
    title: 'The selection of upper and lower groups for the validation of test items',
    doi: '10.1037/h0057123',
  },
  'kuder-richardson-1937': {
    authors: 'Kuder & Richardson',
    year: 1937,
    title: 'The theory of the estimation of test reliability',
    doi: '10.1007/BF02288391',
  },
  'mcdonald-1999': {
    authors: 'McDonald',
    year: 1999,
    title: 'Test theory: a unified treatment',
    doi: '10.4324/9781410601087',
  },
  'mokkink-2018': {
    authors: 'Mokkink et al.',
    year: 2018,
    title: 'COSMIN Risk of Bias checklist for systematic reviews of patient-reported outcome measures',
    doi: '10.1007/s11136-017-1765-4',
  },
  'spearman-1910': {
    authors: 'Spearman',
    year: 1910,
    title: 'Correlation calculated from faulty data',
    doi: '10.1111/j.2044-8295.1910.tb00206.x',
  },
  'ten-berge-zegers-1978': {
    authors: 'ten Berge & Zegers',
    year: 1978,
    title: 'A series of lower bounds to the reliability of a test',
    doi: '10.1007/BF02293815',
  },
  'terwee-2007': {
    authors: 'Terwee et al.',
    year: 2007,
    title: 'Quality criteria were proposed for measurement properties of health status questionnaires',
    doi: '10.1016/j.jclinepi.2006.03.012',
  },
} as const satisfies Readonly<Record<string, MethodReference>>;

/** A key of {@link methodReferences}. */
export type MethodReferenceKey = keyof typeof methodReferences;

/** Where each kind of interval of alpha is described. */
export const intervalReferences: Readonly<Record<IntervalMethod, MethodReferenceKey>> = {
  feldt: 'feldt-1965',
  bonett: 'bonett-2002',
  'duhachek-iacobucci': 'duhachek-iacobucci-2004',
  'bootstrap-percentile': 'efron-tibshirani-1993',
  'bootstrap-bca': 'efron-1987',
};
