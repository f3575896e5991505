import { describe, expect, test } from 'vitest';
import { plain } from '../document/text.ts';
import type { ReportRequest } from '../report-request.ts';
import { teaRequest, teaScale, teaScaleWith } from '../testing/tea-report.ts';
import { viewOf } from '../view.ts';
import { apaParagraph } from './apa-paragraph.ts';

const paragraph = (scale = teaScale, changes: Partial<ReportRequest> = {}) =>
  plain(apaParagraph(viewOf(teaRequest([scale], changes)), scale));

const bootstrap = { draws: 1000, usable: 1000, seed: 7 };
const noInterval = { method: 'feldt', level: 0.95, lower: null, upper: null } as const;
const score = teaScale.details!.score;
const withScore = (changes: Partial<typeof score>) => ({ ...teaScale.details!, score: { ...score, ...changes } });

test('English: all there is', () => {
  expect(paragraph()).toBe(
    'Rest was measured with three items of “Tea breaks” (version 1.2.0). The score is the mean of the items and can range ' +
      'from 1 to 5. A high score means: more rest. Of 120 respondents, 118 answered every item and were analysed (listwise ' +
      'deletion). The mean score was M = 3.05 (SD = 0.91). Internal consistency was Cronbach’s α = .81, 95% CI [.73, .86] ' +
      '(Feldt interval) and McDonald’s ω = .81. Corrected item–total correlations ranged from r = .55 to .75. The standard ' +
      'error of measurement was 0.40 points. Figures were computed with Peerscale 9.9.9.',
  );
});

test('Czech: all there is', () => {
  expect(paragraph(teaScale, { language: 'cs' })).toBe(
    'Škálu „Odpočinek“ tvoří 3 položky dotazníku „Přestávky na čaj“ (verze 1.2.0). Skóre je průměr položek s možnými ' +
      'hodnotami 1 až 5. Vysoké skóre znamená: více odpočinku. Z 120 respondentů odpovědělo na všechny položky 118; ' +
      'analyzováni byli jen oni (listwise). Průměrné skóre bylo M = 3,05 (SD = 0,91). Vnitřní konzistenci vyjadřuje ' +
      'Cronbachova α = 0,81, 95\u00a0% IS [0,73; 0,86] (Feldtův interval) a McDonaldova ω = 0,81. Korelace položek se ' +
      'zbytkem škály byly od r = 0,55 do 0,75. Standardní chyba měření byla 0,40 bodu. Čísla spočítal program Peerscale 9.9.9.',
  );
});

describe.each<[string, typeof teaScale, string[], string[]]>([
  [
    'nobody left out',
    teaScaleWith({ nDropped: 0 }),
    ['All 118 respondents answered every item.'],
    ['listwise', 'Of 1'],
  ],
  [
    'a negative alpha',
    teaScaleWith({}, { value: -0.2349, interval: { method: 'feldt', level: 0.9, lower: -0.6, upper: 0.0712 } }),
    [
      'Cronbach’s alpha was negative, α = −.23, 90% CI [−.60, .07] (Feldt interval)',
      'the key of the items has to be checked',
    ],
    ['McDonald'],
  ],
  [
    'no alpha',
    teaScaleWith({}, { value: null, interval: noInterval }),
    ['Cronbach’s alpha could not be estimated.'],
    ['CI', 'ω', '–,'],
  ],
  [
    'an alpha without an interval',
    teaScaleWith({}, { interval: noInterval }),
    ['α = .81 and McDonald'],
    ['CI', 'Feldt'],
  ],
  [
    'one respondent',
    teaScaleWith(
      { n: 1, nDropped: 0, coefficients: [], details: withScore({ n: 1, mean: 4, sd: null }), itemStatistics: [] },
      { value: null, interval: noInterval },
    ),
    ['The only respondent answered every item.', 'The mean score was M = 4.00.', 'could not be estimated'],
    ['SD', 'SEM', 'measurement'],
  ],
  [
    'one of two respondents',
    teaScaleWith({ n: 1, nDropped: 1 }),
    ['Of 2 respondents, 1 answered every item and was analysed'],
    [],
  ],
  [
    'nobody',
    teaScaleWith({ n: 0, nDropped: 3 }, { value: null, interval: noInterval }),
    ['No respondent answered every item, so no figures are reported.'],
    ['α', 'M =', 'Peerscale'],
  ],
  [
    'one item',
    teaScaleWith(
      { k: 1, items: ['tea_warm'], coefficients: [], itemStatistics: teaScale.itemStatistics.slice(0, 1) },
      { value: null, interval: noInterval },
    ),
    ['with one item of', 'Internal consistency does not apply to a single item.', 'The score can range from 1 to 5.'],
    ['α', 'mean of the items', 'Corrected'],
  ],
  [
    'two items',
    teaScaleWith({ k: 2, items: ['tea_warm', 'tea_rest'] }),
    ['with two items of', 'The correlation between the two items was r = .58.'],
    ['Corrected'],
  ],
  [
    'a bootstrap',
    teaScaleWith({}, { interval: { method: 'bootstrap-bca', level: 0.95, lower: 0.7, upper: 0.85, bootstrap } }),
    ['95% CI [.70, .85] (bias-corrected and accelerated bootstrap with 1,000 draws)'],
    ['Feldt'],
  ],
  [
    'pairwise',
    teaScaleWith({ missing: 'pairwise', pairs: { smallest: 110, largest: 119 } }),
    [
      'Of 120 respondents, 118 answered every item; covariances were computed from all pairs of answers (pairwise deletion).',
    ],
    ['listwise'],
  ],
  [
    'pairwise with too few complete ones to tell of',
    teaScaleWith({ missing: 'pairwise', n: 3, nDropped: 117, pairs: { smallest: 60, largest: 70 } }),
    ['Of 120 respondents, fewer than 5 answered every item'],
    ['M =', ' 3 answered'],
  ],
  ['em', teaScaleWith({ missing: 'em', pairs: { smallest: 110, largest: 119 } }), ['(EM algorithm)'], ['listwise']],
  ['a sum', teaScaleWith({ method: 'sum' }), ['The score is the sum of the items'], ['mean of the items']],
])('%s', (_, scale, said, unsaid) => {
  test('says what is there and nothing else', () => {
    const words = paragraph(scale);
    for (const part of said) expect(words).toContain(part);
    for (const part of unsaid) expect(words).not.toContain(part);
    expect(words).not.toMatch(/NaN|undefined|null|Infinity| {2}|\.\./);
  });

  test('is whole in Czech too', () => {
    expect(paragraph(scale, { language: 'cs' })).not.toMatch(/NaN|undefined|null|Infinity| {2}|\.\.|[a-z]\. [a-z]/);
  });
});

test.each([
  [1, 'Jediný respondent odpověděl na všechny položky.'],
  [3, 'Na všechny položky odpověděli všichni 3 respondenti.'],
  [12, 'Na všechny položky odpovědělo všech 12 respondentů.'],
])('Czech counts %s as it should', (n, sentence) => {
  expect(paragraph(teaScaleWith({ n, nDropped: 0 }), { language: 'cs' })).toContain(sentence);
});

test('a scale of --items has neither an instrument nor a meaning', () => {
  const words = paragraph(teaScale, { isAdHoc: true });
  expect(words).toMatch(/^The scale has three items\. The score is the mean/);
  expect(words).not.toContain('A high score');
});
