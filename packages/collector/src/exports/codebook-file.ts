import { type CodebookEntry, csvFile, type DataFile, type DataVariable } from '@peerscale/core';
import type { ExportSource } from './export-source.ts';

const COLUMNS = [
  'variable',
  'id',
  'kind',
  'label',
  'wording',
  'codes',
  'missing',
  'scales',
  'reversed',
  'source',
  'rights',
] as const;

/**
 * The codebook of a data file as CSV, a line a variable: what it is called in the file, what it is, what its codes mean.
 *
 * @param entries of the variables that come after wave, team and group
 */
export function codebookFile(
  { variables, label }: DataFile,
  entries: readonly CodebookEntry[],
  { waves }: Pick<ExportSource, 'waves'>,
): Iterable<string> {
  const places = variables.slice(0, variables.length - entries.length);
  const lines = [
    ...places.map((variable) => placeLine(variable, waves)),
    ...entries.map((entry, at) => entryLine(variables[places.length + at]!, entry)),
  ];
  const columns = COLUMNS.map((name, at): DataVariable => {
    const values = lines.map((line) => line[at] || null);
    return { name, label: name, type: 'text', measure: 'nominal', values };
  });
  return csvFile({ label, rows: lines.length, variables: columns });
}

const MISSING = 'empty: left out, because few people share it';
const TEAM_CODES =
  'drawn anew for every file: within one the same number is the same team, in waves too; between files it means nothing';

type Line = readonly (string | null)[];

function placeLine({ name, label }: DataVariable, waves: ExportSource['waves']): Line {
  if (name === 'team') return [name, name, 'place', label, null, TEAM_CODES, MISSING, null, null, null, null];
  const names = new Map<string, string>();
  for (const wave of waves) {
    const here = { wave: new Map([[String(wave.number), wave.name]]), group: wave.groups }[name];
    // the later name of what was called otherwise before
    for (const [id, words] of here ?? []) names.set(id, words);
  }
  const codes = [...names].map(([id, words]) => `${id} = ${words}`).join('; ');
  const missing = name === 'wave' ? null : MISSING;
  return [name, name, 'place', label, null, codes, missing, null, null, null, null];
}

function entryLine({ name, valueLabels, missing }: DataVariable, entry: CodebookEntry): Line {
  const isReason = (code: number) => missing !== undefined && code >= missing.low && code <= missing.high;
  const said = ({ code, label }: { readonly code: number; readonly label: string | null }) =>
    label === null ? String(code) : `${code} = ${label}`;
  const reasons = (valueLabels ?? []).filter(({ code }) => isReason(code));
  return [
    name,
    entry.variable,
    entry.kind,
    entry.label,
    entry.wording,
    entry.codes.map(said).join('; '),
    [entry.missing, ...reasons.map(said)].join('; '),
    entry.scales.join(' '),
    entry.reversedIn.join(' '),
    entry.source,
    entry.rights,
  ];
}
