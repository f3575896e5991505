import { momentsOfColumns } from '../moments/index.ts';
import type { DriverDescription, DriverVariable } from './drivers-report-types.ts';
import { orNull } from './or-null.ts';

/** The complete respondents, and the team of each. */
export interface DriverRows {
  readonly n: number;
  readonly nDropped: number;
  /** those left out because their team is unknown, though every variable is there */
  readonly withoutTeam: number;
  readonly teams: readonly string[] | undefined;
  columnOf(variable: DriverVariable): Float64Array;
  describe(variable: DriverVariable): DriverDescription;
}

/** @throws RangeError for columns of different lengths */
export function driverRows(variables: readonly DriverVariable[], teams: readonly string[] | undefined): DriverRows {
  const rows = variables[0]!.values.length;
  for (const { length } of [...variables.map(({ values }) => values), ...(teams === undefined ? [] : [teams])]) {
    if (length !== rows) throw new RangeError(`Unexpected column length: ${length}, expected ${rows}.`);
  }
  const complete: number[] = [];
  let withoutTeam = 0;
  for (let row = 0; row < rows; row++) {
    if (variables.some(({ values }) => Number.isNaN(values[row]!))) continue;
    if (teams?.[row] === '') withoutTeam++;
    else complete.push(row);
  }
  const columns = new Map(
    variables.map(({ id, values }) => [id, Float64Array.from(complete, (row) => values[row]!)] as const),
  );
  const columnOf = ({ id }: DriverVariable): Float64Array => columns.get(id)!;
  return {
    n: complete.length,
    nDropped: rows - complete.length,
    withoutTeam,
    teams: teams === undefined ? undefined : complete.map((row) => teams[row]!),
    columnOf,
    describe(variable) {
      const { n, means, comoments } = momentsOfColumns([columnOf(variable)]);
      return {
        id: variable.id,
        name: variable.name,
        mean: n === 0 ? null : orNull(means[0]!),
        sd: n < 2 ? null : orNull(Math.sqrt(comoments[0]! / (n - 1))),
      };
    },
  };
}
