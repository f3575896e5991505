import { type Instrument, possibleRange, type Scale, scaleOf } from '@peerscale/core';
import { doubleLiteral } from '../text/double-literal.ts';
import type { SqlDialect } from '../text/sql-dialect.ts';
import { valueSql } from '../text/sql-variable.ts';
import { type AnswerColumns, scaleVariables } from './scale-variables.ts';
import { type ScoreEntry, scoreColumn } from './score-column.ts';
import { columnOf, type StepColumn } from './step-columns.ts';

export interface ScoreColumnsOptions extends AnswerColumns {
  readonly dialect: SqlDialect;
}

/** The columns of some scales' scores, with all that they are made of; an item that several scales read alike is read once. */
export function scoreColumns(
  instrument: Instrument,
  scales: readonly string[],
  options: ScoreColumnsOptions,
): { readonly columns: readonly StepColumn[]; readonly items: number } {
  const { dialect } = options;
  const double = (value: number) => doubleLiteral(value, dialect);
  const answers = new Map<string, StepColumn>();
  const done = new Map<string, StepColumn>();

  const entriesOfItems = (scale: Scale): ScoreEntry[] =>
    scaleVariables(instrument, scale.id, options).map(({ reverse, ...variable }, i) => {
      const sql = valueSql(variable, dialect);
      const answer = answers.get(sql) ?? columnOf(`v${answers.size}`, sql, []);
      answers.set(sql, answer);
      const keyed =
        reverse === undefined ? answer.name : `(${double(reverse.minimum + reverse.maximum)} - ${answer.name})`;
      const value = scale.method === 'count' ? countedSql(keyed, scale.countFrom ?? 0, double) : keyed;
      return { of: answer, value, weight: scale.weights?.[scale.items[i]!] ?? 1 };
    });
  const entriesOfParts = (scale: Scale, parts: readonly string[]): ScoreEntry[] =>
    parts.map((id) => {
      const of = scoreOf(id);
      const { minimum, maximum } = possibleRange(instrument, id);
      const isTurned = scaleOf(instrument, id).direction !== scale.direction;
      const value = isTurned ? `(${double(minimum + maximum)} - ${of.name})` : of.name;
      return { of, value, weight: scale.weights?.[id] ?? 1 };
    });
  const scoreOf = (id: string): StepColumn => {
    const found = done.get(id);
    if (found !== undefined) return found;
    const scale = scaleOf(instrument, id);
    const entries = scale.parts === undefined ? entriesOfItems(scale) : entriesOfParts(scale, scale.parts);
    const column = scoreColumn(instrument, scale, entries, { number: done.size, double });
    done.set(id, column);
    return column;
  };
  return { columns: scales.map(scoreOf), items: answers.size };
}

const countedSql = (keyed: string, countFrom: number, double: (value: number) => string): string =>
  `CAST(CASE WHEN ${keyed} >= ${double(countFrom)} THEN 1 WHEN ${keyed} IS NOT NULL THEN 0 END AS DOUBLE PRECISION)`;
