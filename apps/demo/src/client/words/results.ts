import type { Locale } from '../catalogue.ts';
import type { Words } from '../language-context.ts';
import { commentsWords } from './results/comments.ts';
import { driversWords } from './results/drivers.ts';
import { failuresWords } from './results/failures.ts';
import { heatMapWords } from './results/heat-map.ts';
import { hiddenWords } from './results/hidden.ts';
import { itemsWords } from './results/items.ts';
import { pageWords } from './results/page.ts';
import { participationWords } from './results/participation.ts';
import { picturesWords } from './results/pictures.ts';
import { qualityWords } from './results/quality.ts';
import { samePeopleWords } from './results/same-people.ts';
import { scalesWords } from './results/scales.ts';
import { trustWords } from './results/trust.ts';

const wordsIn = (locale: Locale) => ({
  ...pageWords[locale],
  ...participationWords[locale],
  ...hiddenWords[locale],
  ...heatMapWords[locale],
  ...picturesWords[locale],
  ...scalesWords[locale],
  ...trustWords[locale],
  ...driversWords[locale],
  ...samePeopleWords[locale],
  ...itemsWords[locale],
  ...commentsWords[locale],
  ...qualityWords[locale],
  ...failuresWords[locale],
});

export type ResultsWords = ReturnType<typeof wordsIn>;

/** The words of the results of a study; a file for each part of the page. */
export const resultsWords: Words<ResultsWords> = { en: wordsIn('en'), cs: wordsIn('cs') };
