/** A column that is worked out in one of the steps of a statement, and may be used in all later ones. */
export interface StepColumn {
  readonly name: string;
  readonly sql: string;
  /** the columns in it; those without any are made of the source, in step 0 */
  readonly uses: readonly StepColumn[];
  readonly step: number;
}

/** A column made of others, in the step after the last of them. */
export const columnOf = (name: string, sql: string, uses: readonly StepColumn[]): StepColumn => ({
  name,
  sql,
  uses,
  step: 1 + Math.max(-1, ...uses.map(({ step }) => step)),
});
