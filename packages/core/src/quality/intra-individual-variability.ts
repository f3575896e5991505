import { type AnswerColumns, personsIn } from './answer-rows.ts';

/**
 * Intra-individual response variability: the standard deviation, divisor n - 1, of one person's answers over the items.
 * Next to none is straight-lining that a single other click hides from the longest run; very much is answering at random.
 *
 * @param columns as given, on response scales with the same options
 * @returns NaN for a person with fewer than two answers
 * @throws RangeError for columns of different lengths
 * @see Dunn, Heggestad, Shanock & Theilgard (2018), doi:10.1007/s10869-016-9479-0; agrees with R `apply(x, 1, sd, na.rm = TRUE)`
 * @example intraIndividualVariability([[1], [3], [5]])[0] // 2
 */
export function intraIndividualVariability(columns: AnswerColumns): Float64Array {
  const persons = personsIn(columns);
  const variability = new Float64Array(persons);
  for (let person = 0; person < persons; person++) {
    let [n, sum, squares] = [0, 0, 0];
    for (const column of columns) {
      const answer = column[person]!;
      if (Number.isNaN(answer)) continue;
      n++;
      sum += answer;
    }
    for (const column of columns) {
      const answer = column[person]!;
      if (!Number.isNaN(answer)) squares += (answer - sum / n) ** 2;
    }
    variability[person] = n < 2 ? NaN : Math.sqrt(squares / (n - 1));
  }
  return variability;
}
