import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { type CodeRequest, codeOptions, codeRequest } from './code-options.ts';
import { type DriverNames, driverNames } from './drivers-options.ts';

/** The options of `report` that add teams, a second wave and what goes with an outcome. */
export const studyOptions = {
  ...codeOptions,
  team: { type: 'string' },
  second: { type: 'string' },
  id: { type: 'string' },
  drivers: { type: 'string' },
  predictors: { type: 'string', multiple: true },
} as const;

export const STUDY_HELP = `What else is reported (CSV is then a file, not standard input)
  --team COLUMN               teams: agreement, means drawn to that of all, and change and drivers by teams
  --second SECOND.csv         change since CSV, the earlier wave; people by --id COLUMN, or by the code they made
                              themselves: --code COL1,COL2,... --covariates A,B --key FILE --kinds COL1=KIND,...
                              ("peerscale link --help")
  --drivers OUTCOME --predictors S1,S2,...
                              what goes with a scale, or a column of numbers`;

export interface StudyRequest {
  readonly team: string | undefined;
  readonly second: string | undefined;
  readonly id: string | undefined;
  readonly code: CodeRequest | undefined;
  readonly drivers: DriverNames | undefined;
}

interface StudyValues {
  readonly team?: string | undefined;
  readonly second?: string | undefined;
  readonly id?: string | undefined;
  readonly drivers?: string | undefined;
  readonly predictors?: readonly string[] | undefined;
  readonly code?: readonly string[] | undefined;
  readonly covariates?: readonly string[] | undefined;
  readonly key?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** @throws CommandFailure for options that belong to others that are not there, and for standard input read twice */
export async function studyRequest(values: StudyValues, file: string, context: CommandContext): Promise<StudyRequest> {
  const { team, second, id, drivers, predictors } = values;
  const ofSecond = (['id', 'code'] as const).find((option) => values[option] !== undefined);
  if (second === undefined && ofSecond !== undefined) throw badInput(`report: --${ofSecond} belongs to --second`);
  if (drivers === undefined && predictors !== undefined) throw badInput('report: --predictors belongs to --drivers');
  const names = drivers === undefined ? undefined : driverNames({ outcome: drivers, predictors });
  const code = await codeRequest(values, 'report', context);
  if (code !== undefined && id !== undefined) throw badInput('report: --id and --code exclude each other');
  const further = [team, second, drivers].some((value) => value !== undefined);
  if (further && (file === '-' || second === '-')) {
    throw badInput('report: --team, --second and --drivers read files more than once: name files, not -');
  }
  return { team, second, id, code, drivers: names };
}
