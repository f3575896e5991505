import { describe, expect, test } from 'vitest';
import type { Block, ReportDocument, Section } from './document/document.ts';
import { plain } from './document/text.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { reportDocument } from './report-document.ts';
import { teaRequest, teaScale, teaScaleWith } from './testing/tea-report.ts';

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections ?? [])]);
const blocksOf = ({ sections }: ReportDocument): Block[] => flat(sections).flatMap(({ blocks }) => blocks);
const kindsOf = (document: ReportDocument) => blocksOf(document).map(({ kind }) => kind);
const headingsOf = (document: ReportDocument) => flat(document.sections).map(({ heading }) => plain(heading));

test('sections in the order of reading, every id once', () => {
  const document = reportDocument(teaRequest());
  expect(headingsOf(document)).toEqual([
    'What was measured',
    'Sample and missing answers',
    'Scales at a glance',
    'Rest',
    'Distribution of the scores',
    'Items',
    'Answers',
    'Correlations between the items',
    'Further coefficients',
    'How to read the tables',
    'Method',
    'References',
    'Data and how to get the same report',
  ]);
  const ids = flat(document.sections).map(({ id }) => id);
  const tables = blocksOf(document).flatMap((block) =>
    block.kind === 'table' || block.kind === 'histogram' ? [block.table.id] : [],
  );
  expect(new Set([...ids, ...tables]).size).toBe(ids.length + tables.length);
});

test('the scale table has the figures of the report', () => {
  const [table] = blocksOf(reportDocument(teaRequest())).flatMap((block) =>
    block.kind === 'table' ? [block.table] : [],
  );
  expect(table!.columns.map(({ heading }) => plain(heading))).toEqual([
    'Scale',
    'k',
    'n',
    'Left out',
    'M',
    'SD',
    'Possible',
    'α',
    '95% CI',
    'ω',
    'SEM',
  ]);
  expect(table!.rows.map((row) => row.map((cell) => plain(cell.text)))).toEqual([
    ['Rest', '3', '118', '2', '3.05', '0.91', '1 to 5', '.81', '[.73, .86]', '.81', '0.40'],
  ]);
});

test('correlations are the lower triangle, coloured by sign and strength; what does not exist has no colour', () => {
  const table = blocksOf(reportDocument(teaRequest())).flatMap((block) =>
    block.kind === 'table' && block.table.id.endsWith('correlations-table') ? [block.table] : [],
  )[0]!;
  expect(table.rows.map((row) => row.slice(1).map(({ text, shade }) => [plain(text), shade]))).toEqual([
    [
      ['', undefined],
      ['', undefined],
    ],
    [
      ['−.25', -0.25],
      ['', undefined],
    ],
    [
      ['.61', 0.61],
      ['–', undefined],
    ],
  ]);
});

describe('few respondents', () => {
  const few = (n: number, minimumGroupSize = 5) => {
    const details = {
      ...teaScale.details!,
      score: { ...teaScale.details!.score, n },
      items: teaScale.details!.items.map((item) => ({ ...item, n })),
    };
    const scale = teaScaleWith({ n, nDropped: 0, details });
    return reportDocument(teaRequest([scale], { minimumGroupSize }, { file: 'tea.csv', rows: n }));
  };
  const FIGURES = ['3.05', '.81', '0.91', '118', 'α = '];

  test('ten are enough for everything', () => {
    expect(kindsOf(few(10))).toEqual(expect.arrayContaining(['histogram', 'bars']));
  });

  test('below ten no distribution, no answers, no figures of the ends; and it is said', () => {
    const document = few(9);
    expect(kindsOf(document)).not.toContain('histogram');
    expect(kindsOf(document)).not.toContain('bars');
    expect(headingsOf(document)).not.toContain('Answers');
    const page = reportMarkdown(document);
    expect(page).toContain('Fewer than 10 people have answered');
    expect(page).toContain('α = .81');
    expect(page).not.toContain('Upper–lower |');
    expect(page).not.toContain('(42%)'); // of the answers to an item
    expect(page).not.toContain('Lowest score');
  });

  test('below five nothing, not even how many; and it is said', () => {
    const page = reportMarkdown(few(4));
    expect(page).toContain('Fewer than 5 people have answered.');
    expect(page).toContain('Fewer than 5 people answered all items of this scale.');
    expect(page).toContain('| \\< 5 | withheld |');
    for (const figure of FIGURES) expect(page).not.toContain(figure);
    expect(page).not.toMatch(/\b4 respondents|Rows:\*\* 4/);
  });

  test('the sizes are the reader’s choice, down to three', () => {
    expect(kindsOf(few(19, 10))).not.toContain('histogram');
    expect(kindsOf(few(20, 10))).toContain('histogram');
    expect(reportMarkdown(few(9, 10))).not.toContain('α = ');
    expect(() => few(9, 2)).toThrow(RangeError);
  });

  test('nobody at all is said as such', () => {
    const page = reportMarkdown(few(0));
    expect(page).toContain('There are no respondents.');
    expect(page).not.toContain('Fewer than');
  });

  test('one lonely pair of items is enough to withhold a scale', () => {
    const scale = teaScaleWith({ missing: 'pairwise', pairs: { smallest: 4, largest: 119 } });
    expect(reportMarkdown(reportDocument(teaRequest([scale])))).not.toContain('α = ');
  });

  test('where nobody answered everything, the answers to each item are still there', () => {
    const page = reportMarkdown(
      reportDocument(teaRequest([teaScaleWith({ n: 0, nDropped: 120, missing: 'listwise' })])),
    );
    expect(page).toContain('| 1. tea\\_warm | 119 | 7 (5.9%) |');
    expect(page).not.toMatch(/α = |Distribution of the scores/);
  });

  test('an item that few answered is withheld alone', () => {
    const items = teaScale.details!.items.map((item, i) => (i === 1 ? { ...item, n: 6, missing: 114 } : item));
    const page = reportMarkdown(
      reportDocument(teaRequest([teaScaleWith({ details: { ...teaScale.details!, items } })])),
    );
    expect(page).toContain('| 2. tea\\_cold (R) | withheld |');
    expect(page).toContain('| 1. tea\\_warm | 119 | 7 (5.9%) |');
  });

  test('pair by pair, the fewest behind a pair decide, and scores of few complete ones are withheld', () => {
    const scale = teaScaleWith({ missing: 'pairwise', n: 3, nDropped: 117, pairs: { smallest: 60, largest: 90 } });
    const page = reportMarkdown(
      reportDocument(
        teaRequest([{ ...scale, details: { ...scale.details!, score: { ...scale.details!.score, n: 3 } } }]),
      ),
    );
    expect(page).toContain('| Rest | 3 | \\< 5 | withheld |  |  | 1 to 5 | .81 |');
    expect(page).toContain('α = .81');
    expect(page).toContain('intervals count on the fewest respondents behind any pair of items');
    expect(page).not.toMatch(/mean score|Distribution of the scores|Upper–lower \|/);
  });
});

test('missing answers: the items that have some, and how many have none', () => {
  const items = teaScale.details!.items.map((item, i) =>
    i === 0 ? { ...item, n: 120, missing: 0, missingShare: 0 } : item,
  );
  const page = reportMarkdown(reportDocument(teaRequest([teaScaleWith({ details: { ...teaScale.details!, items } })])));
  expect(page).toContain('120 respondents. 2 of 360 answers are missing (0.6%). Each scale is analysed over');
  expect(page).toContain('(a full bar is 5% of the respondents). The one item not shown has no missing answer.');
  expect(page).toContain('- 2\\. tea\\_cold: 1 of 120 without an answer (0.8%)');
  expect(page).not.toContain('tea\\_warm: ');
});

test('coefficients in points keep their zero; every work is listed once', () => {
  const page = reportMarkdown(reportDocument(teaRequest()));
  expect(page).toContain('| Standard error of measurement | 0.40 |');
  expect(page).toContain('| Standardized alpha | .81 |');
  const works = page.slice(page.indexOf('### References')).match(/^- .*doi:/gm)!;
  expect(works).toHaveLength(5);
  expect(new Set(works).size).toBe(5);
});

test('issues are said in plain words, each once, with the item’s label', () => {
  const issues = [
    { code: 'negative-item-rest', item: 'tea_cold', message: 'raw' },
    { code: 'negative-item-rest', item: 'tea_cold', message: 'raw' },
    { code: 'alpha-rises-when-dropped', item: 'tea_warm', message: 'raw' },
    { code: 'heywood-case', message: 'raw' },
  ] as const;
  const document = reportDocument(teaRequest([teaScaleWith({ issues })]));
  const notes = blocksOf(document).flatMap((block) =>
    block.kind === 'notes' && block.title === 'Read with care' ? block.items.map(plain) : [],
  );
  expect(notes).toHaveLength(3);
  expect(notes[0]).toBe(
    '“tea_cold” goes against the rest of the scale (item–rest r = .65). Check the key of the item, and whether it was understood as it was meant.',
  );
  expect(notes[1]).toContain('Alpha rises from .81 to .71 without “tea_warm”');
  expect(notes[2]).toContain('error variance of an item');
});

test('a date stands only where it was given, and two makings are the same', () => {
  const page = reportMarkdown(reportDocument(teaRequest()));
  expect(page).toBe(reportMarkdown(reportDocument(teaRequest())));
  expect(page).not.toContain('2026-11-30');
  const dated = reportMarkdown(reportDocument(teaRequest([teaScale], { date: '2026-11-30' })));
  expect(dated).toContain('Answers in tea.csv · 2026-11-30');
  expect(dated).toContain('**Date:** 2026-11-30');
});

test('Czech has its own words, and English texts of a definition are marked as such', () => {
  const document = reportDocument(teaRequest([teaScale], { language: 'cs' }));
  expect(document.language).toBe('cs');
  expect(plain(document.title)).toBe('Reliabilita a položková analýza: Přestávky na čaj');
  expect(headingsOf(document)).toContain('Jak číst tabulky');
  const items = blocksOf(document).flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
  expect(items.flat().flatMap(({ text }) => text)).toContainEqual({ outside: 'tea_warm', lang: 'en' });
});
