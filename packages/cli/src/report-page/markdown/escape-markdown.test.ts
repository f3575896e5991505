import { expect, test } from 'vitest';
import { codeBlock, escapeMarkdown, paragraphLine } from './escape-markdown.ts';

test.each([
  ['a|b', 'a\\|b'],
  ['`code` *em* _em_ ~~no~~', '\\`code\\` \\*em\\* \\_em\\_ \\~\\~no\\~\\~'],
  ['[a](http://x.org)', '\\[a\\](http\\://x.org)'],
  ['<script>&amp;', '\\<script\\>\\&amp;'],
  ['www.example.org me@example.org', 'www\\.example.org me\\@example.org'],
  ['\\', '\\\\'],
  ['$x^2$ # heading', '\\$x\\^2\\$ \\# heading'],
  ['line\nend\u202e', 'line end\ufffd'],
  ['.81, 95% CI (2)', '.81, 95% CI (2)'],
])('%j is %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test.each([
  ['1. first', '1\\. first'],
  ['12) twelfth', '12\\) twelfth'],
  ['- x', '\\- x'],
  ['=== x', '\\=== x'],
  ['3.05 is no list', '3.05 is no list'],
  ['words', 'words'],
])('the line %j begins nothing', (line, begun) => {
  expect(paragraphLine(line)).toBe(begun);
});

test('a block of code ends where it should', () => {
  expect(codeBlock('a ```` b\nc')).toBe('`````\na ```` b c\n`````\n');
});
