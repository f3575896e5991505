import { plainText } from '../document/plain-text.ts';

/** What means something in Markdown anywhere in a line, tables, mathematics and mentions of GitHub included. */
const SIGNS = /[\\`*_[\]<>|~&#$^@]/g;
/** What makes an address of a text: "www." and "://". */
const ADDRESSES = /(www)(\.)|(:)(?=\/\/)/gi;

/**
 * Text as it may stand within a line of Markdown: nothing in it is markup, a link or a cell's end.
 *
 * @example escapeMarkdown('a|b <i>') // 'a\\|b \\<i\\>'
 */
export const escapeMarkdown = (text: string): string =>
  plainText(text)
    .replace(SIGNS, '\\$&')
    .replace(ADDRESSES, (all, www: string | undefined) => (www === undefined ? `\\${all}` : `${www}\\.`));

/**
 * A line that begins a paragraph or an entry, and begins no list, rule or heading.
 *
 * @example paragraphLine('1. first') // '1\\. first'
 */
export const paragraphLine = (line: string): string =>
  line
    .trimStart()
    .replace(/^(\d{1,9})(?=[.)](\s|$))/, '$1\\')
    .replace(/^(?=[-+=])/, '\\');

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** Text as it is, in a block of code that no run of backticks in it can end. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${plainText(text)}\n${fence}\n`;
}
