import { bodyError, type ProblemCode, type ProblemError, type ProblemOptions } from './problem.ts';

/**
 * A request that is refused in the middle of its work: thrown within a transaction it undoes everything, and the server
 * answers with the problem of that code.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code);
    this.code = code;
    this.options = options;
  }
}

/** The refusal of a body for one of its fields. */
export function fieldRefusal(path: readonly (string | number)[], message: string, code = 'invalid-value'): Refusal {
  return errorsRefusal([bodyError({ path: [...path], code, message })]);
}

const MAX_ERRORS = 50;

/** The refusal of a body for several faults, of which people read no more than fifty. */
export function errorsRefusal(errors: readonly ProblemError[], code: ProblemCode = 'invalid-request'): Refusal {
  const more = errors.length - MAX_ERRORS;
  return new Refusal(code, {
    ...(more > 0 ? { detail: `The first ${MAX_ERRORS} errors are shown; there are ${more} more.` } : {}),
    errors: errors.slice(0, MAX_ERRORS),
  });
}
