import type { Section } from '../document/document.ts';
import { outside, type Text, text } from '../document/text.ts';
import { shownFileName } from '../file-name.ts';
import type { View } from '../view.ts';
import { shownOf } from '../withheld.ts';

/** Where the answers came from, and the command that makes the report again. */
export function dataSection(view: View): Section {
  const { report, instrument, isAdHoc, words, date, software, command, minimumGroupSize } = view;
  const { data, format, scales } = words;
  const { file, rows } = report.input;
  const isHidden = shownOf(rows, minimumGroupSize) === 'nothing';
  const entries: [string, Text][] = [
    [data.file, text`${outside(shownFileName(file))}`],
    [data.rows, text`${isHidden ? scales.fewerThan(minimumGroupSize) : format.count(rows)}`],
  ];
  if (date !== undefined) entries.push([data.date, text`${date}`]);
  if (!isAdHoc) entries.push([data.definition, text`${instrument.id}@${instrument.version}`]);
  entries.push([data.software, text`${software}`]);
  return {
    id: 'data',
    heading: text`${data.heading}`,
    blocks: [
      { kind: 'facts', entries: entries.map(([name, fact]) => [text`${name}`, fact] as const) },
      { kind: 'paragraph', text: text`${data.reproduce}` },
      { kind: 'command', command },
    ],
  };
}
