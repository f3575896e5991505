import { ApiProblem } from '../../../api/request.ts';
import { ApiError } from '../../../api.ts';
import type { ResultsWords } from '../../../words/results.ts';

/** Which sentence says why something was not loaded. */
export function failureOf(error: unknown): keyof ResultsWords['failures'] {
  if (error instanceof ApiProblem) {
    switch (error.status) {
      case 409:
        return 'not-shown';
      case 422:
        return 'not-possible';
      case 429:
      case 503:
        return 'busy';
      // what stands before the server answers in its place
      case 502:
      case 504:
        return 'unreachable';
      default:
        return 'other';
    }
  }
  return error instanceof ApiError && error.kind === 'unreachable' ? 'unreachable' : 'other';
}
