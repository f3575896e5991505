import { useLanguage } from '../../language-context.ts';
import { type ResultsWords, resultsWords } from '../../words/results.ts';

/** The words of the results page in the reader's language. */
export function useResultsWords(): ResultsWords {
  return resultsWords[useLanguage().locale];
}
