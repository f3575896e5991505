/** One subject of the benchmark, measured. */
export interface BenchTable {
  readonly title: string;
  /** what was done, on which data, and what it has to reach */
  readonly text: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** whether each target was met, as sentences */
  readonly verdicts: readonly string[];
}

/** A subject as Markdown. */
export function tableMarkdown({ title, text, headings, rows, verdicts }: BenchTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const table = line(headings) + line(headings.map(() => '---')) + rows.map(line).join('');
  return `## ${title}\n\n${text}\n\n${table}${verdicts.map((verdict) => `\n${verdict}\n`).join('')}`;
}

/** "Target met: …" or "Target MISSED: …". */
export const verdict = (isMet: boolean, target: string): string => `Target ${isMet ? 'met' : 'MISSED'}: ${target}.`;
