/**
 * The self-generated codes of the persons of one wave, a column an element: keyed hashes, never what was typed. Two hashes
 * are equal where the normalised answers were; null is an element without an answer.
 */
export interface CodedWave {
  /** ids of the elements, the same and in the same order in every wave */
  readonly elements: readonly string[];
  /** a column an element, all of one length */
  readonly hashes: readonly (readonly (string | null)[])[];
  /**
   * facts that do not change and that the survey knows anyway, such as profession or year of entry, a column a fact: a
   * person found by all but one element must agree in all of them. Empty text is unknown and agrees with nothing.
   */
  readonly covariates?: readonly (readonly string[])[];
}

/**
 * Number of persons in a wave.
 *
 * @throws RangeError for columns of different lengths, or another number of columns than elements
 */
export function personsOf({ elements, hashes, covariates = [] }: CodedWave): number {
  if (hashes.length !== elements.length) {
    throw new RangeError(`Unexpected number of columns: ${hashes.length}, of ${elements.length} elements.`);
  }
  const persons = hashes[0]?.length ?? 0;
  for (const { length } of [...hashes, ...covariates]) {
    if (length !== persons) throw new RangeError(`Unexpected column length: ${length}, expected ${persons}.`);
  }
  return persons;
}

/**
 * Whether two waves can be compared.
 *
 * @throws RangeError for other elements, or another number of covariates
 */
export function refuseOtherElements(first: CodedWave, second: CodedWave): void {
  if (first.elements.join('\n') !== second.elements.join('\n')) {
    throw new RangeError(`Unexpected elements: ${second.elements.join(', ')}, expected ${first.elements.join(', ')}.`);
  }
  const [a, b] = [first.covariates?.length ?? 0, second.covariates?.length ?? 0];
  if (a !== b) throw new RangeError(`Unexpected number of covariates: ${b}, expected ${a}.`);
}
