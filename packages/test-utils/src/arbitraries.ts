import fc from 'fast-check';

/** Complete answers: rows of k whole-number codes from 1 to `points`, with at least `minimumRows` rows. */
export function likertRows({ minimumRows = 2, maximumRows = 40, minimumItems = 2, maximumItems = 7, points = 5 } = {}) {
  return fc.integer({ min: minimumItems, max: maximumItems }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: points }), { minLength: k, maxLength: k }), {
      minLength: minimumRows,
      maxLength: maximumRows,
    }),
  );
}
