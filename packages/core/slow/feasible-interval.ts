import loadHighs, { type Highs } from 'highs';

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

/** Smallest and largest sums of variables by HiGHS, a solver the package itself does not use. */
export async function feasibleIntervals(): Promise<
  <T>(program: AttackProgram, work: (interval: FeasibleInterval) => T) => T
> {
  const highs: Highs = await loadHighs();
  return ({ variables, rows }, work) =>
    highs.withModel((model) => {
      model.options.set({ output_flag: false, presolve: 'off' });
      for (const [lower, upper] of variables) model.addVar(lower, upper);
      for (const { lower, upper, indices, values } of rows) {
        model.addRow(lower, upper, { indices: [...indices], values: [...values] });
      }
      const solved = (sense: number, none: number): number => {
        model.changeObjectiveSense(sense);
        model.run();
        const status = model.getModelStatus();
        if (status === highs.constants.modelStatus.optimal) return model.getObjectiveValue();
        if (status === highs.constants.modelStatus.unbounded) return none;
        throw new Error(`The attack was not solved: status ${status}.`);
      };
      return work((indices) => {
        for (const index of indices) model.changeColCost(index, 1);
        const interval = {
          lower: solved(highs.constants.objectiveSense.minimize, -Infinity),
          upper: solved(highs.constants.objectiveSense.maximize, Infinity),
        };
        for (const index of indices) model.changeColCost(index, 0);
        return interval;
      });
    });
}
