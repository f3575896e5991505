import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { MOST_TEAMS, type Team, teamSchema } from '../model/team.ts';
import type { ProblemError } from '../problem.ts';
import { errorsRefusal } from '../refusal.ts';
import { slugOf } from './study-id.ts';

const COLUMNS = ['id', 'name', 'parent', 'setting'] as const;
type Column = (typeof COLUMNS)[number];
/** What columns are called in a header line besides, in small letters without marks. */
const ALSO_CALLED: Readonly<Record<string, Column>> = {
  kod: 'id',
  nazev: 'name',
  jmeno: 'name',
  tym: 'name',
  nadrazeny: 'parent',
  'nadrazeny tym': 'parent',
  prostredi: 'setting',
};

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Teams out of a CSV file with a header line: `name`, and where wanted `id`, `parent` and `setting`, in any order, with
 * commas, semicolons or tabs between; or in Czech `název` or `tým`, `kód`, `nadřazený` and `prostředí`. Without an id a team is called by its name in lower-case words; `parent` is the id
 * or the name of a team.
 *
 * @param known teams of the study by id, which a parent may be one of
 * @throws Refusal that names every fault by line and column
 */
export function readTeamsCsv(text: string, known: ReadonlyMap<string, { readonly name: string }>): Team[] {
  refuseUnreadable(text);
  const rows = rowsOf(text);
  const [header, ...lines] = rows;
  if (header === undefined) throw errorsRefusal([fault(1, '', 'empty', 'has no header line')]);
  const columns = columnsOf(header);
  if (lines.length === 0) throw errorsRefusal([fault(header.info.lines, '', 'empty', 'is followed by no team')]);
  if (lines.length > MOST_TEAMS) {
    throw errorsRefusal([fault(1, '', 'too-many', `is followed by more than ${MOST_TEAMS} teams`)]);
  }
  const errors: ProblemError[] = [];
  const drafts = lines.map(({ record, info }) => {
    const cell = (column: Column) => (columns.has(column) ? (record[columns.get(column)!] ?? '').trim() : '');
    const name = cell('name');
    return { line: info.lines, id: cell('id') || idOf(name), name, parent: cell('parent'), setting: cell('setting') };
  });
  const lineOf = new Map<string, number>();
  const idOfName = idsByName([...drafts, ...[...known].map(([id, { name }]) => ({ id, name }))]);
  const ids = new Set([...drafts.map(({ id }) => id), ...known.keys()]);
  const teams = drafts.flatMap(({ line, id, name, parent, setting }): Team[] => {
    const before = errors.length;
    const parentId = parent === '' ? null : ids.has(parent) ? parent : (idOfName.get(parent) ?? undefined);
    if (parentId === undefined) {
      const why = idOfName.has(parent)
        ? 'is the name of two teams; write the id'
        : 'is neither an id nor a name of a team';
      errors.push(fault(line, 'parent', 'unknown-parent', `"${parent.slice(0, 80)}" ${why}`));
    }
    if (name === '') {
      errors.push(fault(line, 'name', 'missing-name', 'is empty: the team has no name'));
    } else if (id === '') {
      errors.push(fault(line, 'id', 'missing-id', 'is needed: the name has no Latin letter to make it of'));
    } else if (lineOf.has(id)) {
      errors.push(fault(line, 'id', 'duplicate-id', `"${id.slice(0, 80)}" is on line ${lineOf.get(id)} already`));
    }
    if (id !== '' && !lineOf.has(id)) lineOf.set(id, line);
    const parsed = v.safeParse(teamSchema, { id, name, parent: parentId ?? null, setting: setting || null });
    if (!parsed.success && id !== '' && name !== '') {
      for (const issue of parsed.issues) {
        errors.push(fault(line, (v.getDotPath(issue) ?? '') as Column | '', 'invalid-value', issue.message));
      }
    }
    return parsed.success && errors.length === before ? [parsed.output] : [];
  });
  if (errors.length > 0) throw errorsRefusal(errors);
  return teams;
}

/** A program that read other bytes as UTF-8 has written this sign in the place of letters, which are lost. */
function refuseUnreadable(text: string): void {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return;
  const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
  throw errorsRefusal([fault(line, '', 'malformed-text', 'has letters that were lost: the file was not in UTF-8')]);
}

/** An id made of a name, as long as an id can be. */
const idOf = (name: string) => slugOf(name).slice(0, 64).replace(/-$/, '');

function rowsOf(text: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      // spreadsheets write lines of separators alone below a table
      skip_records_with_empty_values: true,
      max_record_size: 10_000,
    }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const message =
      error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
        ? 'does not have as many cells as the header'
        : error.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'has a quotation mark that is not closed'
          : 'is not CSV';
    throw errorsRefusal([fault(line, '', 'malformed-csv', message)]);
  }
}

/** Spreadsheets write what their language has for a list: the sign that the header line has most of. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => [sign, header.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function columnsOf({ record, info }: CsvRow): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  const errors: ProblemError[] = [];
  record.forEach((cell, at) => {
    const name = cell.trim().toLowerCase();
    const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '');
    const column =
      COLUMNS.find((one) => one === name) ?? (Object.hasOwn(ALSO_CALLED, plain) ? ALSO_CALLED[plain] : undefined);
    if (column === undefined) {
      const message = `column ${at + 1} is "${cell.slice(0, 80)}", not one of ${COLUMNS.join(', ')}`;
      errors.push(fault(info.lines, '', 'unknown-column', message));
    } else if (columns.has(column)) {
      errors.push(fault(info.lines, column, 'duplicate-column', 'is there twice'));
    } else {
      columns.set(column, at);
    }
  });
  if (errors.length === 0 && !columns.has('name')) {
    errors.push(fault(info.lines, 'name', 'missing-column', 'is no column of the header line'));
  }
  if (errors.length > 0) throw errorsRefusal(errors);
  return columns;
}

/** By name the id; null where two teams have the name. */
function idsByName(teams: readonly { readonly id: string; readonly name: string }[]): Map<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const { id, name } of teams) ids.set(name, ids.has(name) && ids.get(name) !== id ? null : id);
  return ids;
}

function fault(line: number, column: Column | '', code: string, message: string): ProblemError {
  return { path: column === '' ? `line ${line}` : `line ${line}, ${column}`, code, message };
}
