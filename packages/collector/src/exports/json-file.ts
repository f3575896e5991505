import type { DataFile } from '@peerscale/core';
import * as v from 'valibot';
import type { ExportSource } from './export-source.ts';

const ROWS_A_PIECE = 1_000;

const cell = v.nullable(v.union([v.number(), v.string()]));

/** An export as JSON: what the variables are, then the rows, each with a value for every variable in their order. */
export const exportSchema = v.object({
  schema: v.literal('peerscale/export@1'),
  study: v.object({ id: v.string(), title: v.record(v.string(), v.string()), simulated: v.boolean() }),
  instrument: v.object({ id: v.string(), version: v.string() }),
  waves: v.array(v.object({ number: v.number(), name: v.string() })),
  /** with at least so many rows each row shares wave, team, group and the items that were asked */
  minimumGroupSize: v.number(),
  variables: v.array(
    v.object({
      name: v.string(),
      label: v.string(),
      type: v.picklist(['number', 'text']),
      measure: v.picklist(['nominal', 'ordinal', 'scale']),
      valueLabels: v.array(v.object({ code: v.number(), label: v.string() })),
      /** codes from `low` to `high` stand for a missing answer */
      missing: v.nullable(v.object({ low: v.number(), high: v.number() })),
    }),
  ),
  rows: v.array(v.array(cell)),
});

export interface ExportedStudy {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly simulated: boolean;
  readonly minimumGroupSize: number;
}

export function* jsonFile(
  { variables, rows }: DataFile,
  { instrument, waves }: ExportSource,
  { minimumGroupSize, ...study }: ExportedStudy,
): Generator<string> {
  const head: Omit<v.InferOutput<typeof exportSchema>, 'rows'> = {
    schema: 'peerscale/export@1',
    study: { ...study, title: { ...study.title } },
    instrument: { id: instrument.id, version: instrument.version },
    waves: waves.map(({ number, name }) => ({ number, name })),
    minimumGroupSize,
    variables: variables.map(({ name, label, type, measure, valueLabels = [], missing = null }) => ({
      name,
      label,
      type,
      measure,
      valueLabels: [...valueLabels],
      missing,
    })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  for (let from = 0; from < rows; from += ROWS_A_PIECE) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(rows, from + ROWS_A_PIECE); row++) {
      lines.push(JSON.stringify(variables.map(({ values }) => (values[row] === '' ? null : values[row]))));
    }
    yield `${from === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  yield '\n]}\n';
}
