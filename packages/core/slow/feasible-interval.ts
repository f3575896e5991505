import loadHighs, { type Highs, type ObjectiveSense } from 'highs';

/** Variables with bounds and rows with bounds, as somebody would write them down who attacks a table. */
export interface AttackProgram {
  readonly variables: readonly (readonly [lower: number, upper: number])[];
  readonly rows: readonly {
    readonly lower: number;
    readonly upper: number;
    readonly indices: readonly number[];
    readonly values: readonly number[];
  }[];
}

export type FeasibleInterval = (indices: readonly number[]) => { readonly lower: number; readonly upper: number };

// HiGHS cannot always tell that nothing bounds a sum, so that everything is bounded here, far from what tables add up to
const FAR = 1e6;

/** Smallest and largest sums of variables by HiGHS, a solver the package itself does not use. */
export async function feasibleIntervals(): Promise<
  <T>(program: AttackProgram, work: (interval: FeasibleInterval) => T) => T
> {
  const highs: Highs = await loadHighs();
  const { minimize, maximize } = highs.constants.objectiveSense;
  return ({ variables, rows }, work) =>
    highs.withModel((model) => {
      model.options.set({ output_flag: false, presolve: 'off' });
      for (const [lower, upper] of variables) model.addVar(Math.max(lower, -FAR), Math.min(upper, FAR));
      for (const { lower, upper, indices, values } of rows) {
        model.addRow(lower, upper, { indices: [...indices], values: [...values] });
      }
      const isSolved = () => model.getModelStatus() === highs.constants.modelStatus.optimal;
      const solved = (sense: ObjectiveSense): number => {
        model.changeObjectiveSense(sense);
        model.run();
        // from where the last objective ended it sometimes gives up; then once more from nothing, in one way and another
        for (const presolve of ['off', 'on']) {
          if (isSolved()) break;
          model.clearSolver();
          model.options.set({ presolve });
          model.run();
        }
        model.options.set({ presolve: 'off' });
        if (!isSolved()) throw new Error(`The attack was not solved: ${model.getModelStatus()}.`);
        const value = model.getObjectiveValue();
        return Math.abs(value) > FAR / 20 ? Math.sign(value) * Infinity : value;
      };
      return work((indices) => {
        for (const index of indices) model.changeColCost(index, 1);
        const interval = { lower: solved(minimize), upper: solved(maximize) };
        for (const index of indices) model.changeColCost(index, 0);
        return interval;
      });
    });
}
