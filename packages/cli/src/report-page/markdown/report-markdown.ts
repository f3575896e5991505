import type { Bars, Block, ReportDocument, Section, Table } from '../document/document.ts';
import type { Inline, Text } from '../document/text.ts';
import { codeBlock, escapeMarkdown, paragraphLine } from './escape-markdown.ts';

const DEEPEST = 6;

function run(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  if ('outside' in inline) return escapeMarkdown(inline.outside);
  if ('emphasis' in inline) return `*${escapeMarkdown(inline.emphasis)}*`;
  if ('strong' in inline) return `**${escapeMarkdown(inline.strong)}**`;
  if ('code' in inline) return `\`${inline.code.replaceAll('`', "'")}\``;
  // places within the page have no names in Markdown
  return inline.href.startsWith('#') ? escapeMarkdown(inline.link) : `[${escapeMarkdown(inline.link)}](${inline.href})`;
}

const line = (runs: Text): string => runs.map(run).join('');
const paragraph = (runs: Text): string => paragraphLine(line(runs));

function tableMarkdown({ caption, columns, rows }: Table): string {
  const cells = (entries: readonly string[]) => `| ${entries.join(' | ')} |\n`;
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  return [
    `**${line(caption)}**\n\n`,
    cells(columns.map(({ heading }) => line(heading))),
    cells(rule),
    ...rows.map((row) => cells(row.map(({ text }) => line(text)))),
    '\n',
  ].join('');
}

/** What a picture of bars shows, in words: the table that follows it has the numbers, or the notes have. */
const barsMarkdown = ({ caption, rows, key }: Bars): string =>
  key.length > 0
    ? `${paragraphLine(key.map(({ name }) => line(name)).join(', '))}\n\n`
    : `${paragraph(caption)}\n\n${rows.map(({ name, title }) => `- ${paragraph(name)}: ${escapeMarkdown(title)}\n`).join('')}\n`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.tone === 'quotation' ? '> ' : ''}${paragraph(block.text)}\n\n`;
    case 'facts':
      return `${block.entries.map(([name, fact]) => `- **${line(name)}:** ${line(fact)}\n`).join('')}\n`;
    case 'list':
      return `${block.items.map((item) => `- ${paragraph(item)}\n`).join('')}\n`;
    case 'notes':
      return `> **${escapeMarkdown(block.title)}**\n>\n${block.items.map((item) => `> - ${paragraph(item)}\n`).join('')}\n`;
    case 'command':
      return `${codeBlock(block.command)}\n`;
    case 'table':
      return tableMarkdown(block.table);
    case 'histogram':
      return tableMarkdown(block.table);
    case 'bars':
      return barsMarkdown(block);
    case 'intervals':
      return tableMarkdown(block.table);
    case 'grid':
      return tableMarkdown(block.table);
    case 'waves':
      // the table of the change before it has the numbers
      return `${escapeMarkdown(block.description)}\n\n`;
  }
}

function sectionMarkdown({ heading, blocks, sections = [] }: Section, level: number): string {
  const marks = '#'.repeat(Math.min(DEEPEST, level));
  return [
    `${marks} ${line(heading)}\n\n`,
    ...blocks.map(blockMarkdown),
    ...sections.map((section) => sectionMarkdown(section, level + 1)),
  ].join('');
}

/** A report as Markdown with tables (GitHub's form): the same words and numbers as the page, tables in place of pictures. */
export function reportMarkdown({ title, subtitle, sections, footer }: ReportDocument): string {
  const parts = sections.map((section) => sectionMarkdown(section, 2)).join('');
  return `# ${line(title)}\n\n${line(subtitle)}\n\n${parts}---\n\n${line(footer)}\n`;
}
