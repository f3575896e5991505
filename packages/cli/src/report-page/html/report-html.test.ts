import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportMarkdown } from '../markdown/report-markdown.ts';
import { reportDocument } from '../report-document.ts';
import type { ReportRequest } from '../report-request.ts';
import { teaInstrument, teaRequest, teaScale, teaScaleWith } from '../testing/tea-report.ts';
import { reportHtml } from './report-html.ts';

const pageOf = (request: ReportRequest) => reportHtml(reportDocument(request));
/** Without the command: what stands in a block of code is text whatever it is. */
const withoutCode = (markdown: string) => markdown.replace(/^(`{3,})\n.*\n\1$/m, '');
const tagsOf = (page: string) => [...page.matchAll(/<\/?([a-z][a-z0-9-]*)/g)].map(([, name]) => name);

/** The report with a text from outside wherever there is one. */
function withText(words: string): ReportRequest {
  const scale = teaScaleWith({
    name: { en: words },
    highMeans: { en: words },
    issues: [{ code: 'constant-item', item: 'tea_warm', message: words }],
    coefficients: teaScale.coefficients.map((coefficient) => ({ ...coefficient, method: words })),
  });
  const instrument = {
    ...teaInstrument,
    name: { en: words },
    construct: words,
    items: teaInstrument.items.map((item) => ({ ...item, label: { en: words } })),
    rights: { ...teaInstrument.rights, holder: words, licence: words, terms: words },
    sources: teaInstrument.sources.map((source) => ({ ...source, citation: words, doi: `10.1000/${words}` })),
  };
  const labels = { 1: words, 5: words };
  const textPack = { responseScales: { codes: { highCodeMeans: 'endorsement', labels } } };
  return teaRequest(
    [scale],
    {
      instrument,
      textPack: textPack as unknown as NonNullable<ReportRequest['textPack']>,
      command: words,
      date: words,
    },
    { file: words, rows: 120 },
  );
}

test('a page with landmarks, headings in order, captions and scopes', () => {
  const page = pageOf(teaRequest());
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  for (const part of ['<header>', '<nav aria-label="Contents">', '<main id="content"', '<footer>', 'class="skip"']) {
    expect(page).toContain(part);
  }
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, i) => {
    expect(level - levels[i]!).toBeLessThanOrEqual(1);
    expect(level).toBeGreaterThan(1);
  });
  const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
  expect(count(/<table/g)).toBe(count(/<caption>/g));
  expect(count(/<th /g)).toBe(count(/<th scope="(?:col|row)"/g));
  expect(count(/<svg class="(?:histogram|stack)" role="img"/g)).toBe(count(/<title id=/g));
});

test('correlations have the colour of their sign and strength', () => {
  const page = pageOf(teaRequest());
  expect(page).toContain('<td class="number m2">−.25</td>');
  expect(page).toContain('<td class="number p6">.61</td>');
  expect(page).toContain('.m2 { background: color-mix(in srgb, var(--negative) 20%, var(--paper)); }');
});

test('every id is there once, and what points to an id finds it', () => {
  const page = pageOf(teaRequest());
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const pointers = [...page.matchAll(/(?:aria-labelledby|aria-describedby|href)="#?([^"]+)"/g)].map(([, id]) => id!);
  for (const pointer of pointers.filter((id) => !id.startsWith('https:'))) expect(ids).toContain(pointer);
});

test('nothing is loaded from anywhere: no script, no style attribute, no address but a DOI to follow', () => {
  const page = pageOf(teaRequest());
  expect(page).not.toMatch(
    /<(?:script|link|img|iframe|object|embed|base|form|use|image|foreignObject)\b|@import|url\(/i,
  );
  expect(page).not.toMatch(/\s(?:src|srcset|style|on[a-z]+|xlink:href)=/i);
  const addresses = [...page.matchAll(/https?:[^"'\s<)]*/g)].map(([address]) => address);
  for (const address of addresses) expect(address).toMatch(/^https:\/\/doi\.org\/10\./);
  const style = /<style>(.*)<\/style>/s.exec(page)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
});

test('hostile texts stay texts', () => {
  const hostile = `</style><script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202e|[x](javascript:alert(1))`;
  const page = pageOf(withText(hostile));
  expect(page).not.toMatch(/<script|<img|\u202e/);
  expect(tagsOf(page)).toEqual(tagsOf(pageOf(withText('harmless'))));
  const markdown = reportMarkdown(reportDocument(withText(hostile)));
  expect(withoutCode(markdown)).not.toMatch(/(?<!\\)<|\u202e|(?<!\\)\]\((?!https:\/\/doi\.org\/10\.)/);
});

test('no text whatever changes the markup of the page or the tables of the Markdown', () => {
  const harmless = withText('harmless');
  const tags = tagsOf(pageOf(harmless)).join(' ');
  const shapeOf = (request: ReportRequest) =>
    withoutCode(reportMarkdown(reportDocument(request)))
      .split('\n')
      .filter((line) => line.startsWith('|') || line.startsWith('#'))
      .map((line) => (line.startsWith('#') ? 'heading' : line.match(/(?<!\\)(?:\\\\)*\|/g)!.length));
  const shape = shapeOf(harmless);
  const pieces = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '|',
      '\\',
      '`',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '#',
      '\n',
      '-',
      '1.',
      'a',
      '\u202e',
      '\u0000',
      '</style>',
      '-->',
      '<!--',
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((signs) => signs.join('')),
        fc.string({ unit: 'binary', minLength: 1 }),
      ),
      (words) => {
        const request = withText(words);
        expect(tagsOf(pageOf(request)).join(' ')).toBe(tags);
        expect(shapeOf(request)).toEqual(shape);
      },
    ),
  );
});
