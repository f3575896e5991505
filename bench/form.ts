import { readFileSync } from 'node:fs';
import { toSurveyJson } from '@peerscale/react';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../packages/test-utils/src/browser.ts';
import { type AnsweringTimes, answerAll } from './form/answer-all.ts';
import { bundleSurveyJs, elementFiles, elementFolder, gzipBytes, reactFormBytes } from './form/bundle.ts';
import { type FormContent, longContent, publishedContent } from './form/form-content.ts';
import { CPU_SLOWDOWN, LATENCY, MEGABITS, onSlowDevice } from './form/measure-page.ts';
import { elementPage, surveyJsPage } from './form/pages.ts';
import { servePages } from './form/serve-pages.ts';
import { median } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const ROUNDS = 7;
const ANSWERING_ROUNDS = 3;
const LONG = 100;
const MOST_BYTES = 25_000;
const MOST_REACT_BYTES = 15_000;
const MOST_DELAY = 50;

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
const bytes = (value: number): string => `${(value / 1000).toFixed(1)} KB`;

/** Both pages for one instrument, by path. */
async function pagesOf(name: string, content: FormContent) {
  const { script, styles } = await bundleSurveyJs(toSurveyJson(content.instrument, content.textPack));
  const bundle = JSON.stringify({ instrument: content.instrument, textPacks: [content.textPack] });
  const files = new Map<string, string | Uint8Array>([
    [`/${name}.json`, bundle],
    [`/${name}-survey-js.js`, script],
    [`/${name}-survey-js.css`, styles],
    [`/${name}-element`, elementPage(name, true)],
    [`/${name}-element-bare`, elementPage(name, false)],
    [`/${name}-survey-js`, surveyJsPage(name)],
  ]);
  return { files, surveyJs: gzipBytes(script) + gzipBytes(styles) };
}

/** Median time to the first item that can be answered, and the layout shift until a second later at its largest. */
async function loadOf(browser: Browser, address: string) {
  const times: number[] = [];
  let shift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await onSlowDevice(browser, address, async (page, marks) => {
      await page.waitForTimeout(1_000);
      const seen = await marks();
      times.push(seen.answerable!);
      shift = Math.max(shift, seen.shift);
    });
  }
  return { time: median(times), shift };
}

/** The element and the React form beside a minimal page of SurveyJS: bytes, loading, answering. */
export async function benchForm(): Promise<BenchTable[]> {
  const [short, long] = [await pagesOf('short', publishedContent()), await pagesOf('long', longContent(LONG))];
  const ofElement = elementFiles();
  const beside = ['peerscale-survey-plan.js'].map((name) => [name, readFileSync(`${elementFolder}/${name}`)] as const);
  const own = [...ofElement, ...beside].map(([name, content]) => [`/${name}`, content] as const);
  const server = await servePages(new Map([...short.files, ...long.files, ...own]));
  const browser = await launchBrowser();
  try {
    const load = (path: string) => loadOf(browser, `${server.origin}/${path}`);
    const answer = async (path: string) => {
      const rounds: AnsweringTimes[] = [];
      for (let round = 0; round < ANSWERING_ROUNDS; round++) {
        rounds.push(await onSlowDevice(browser, `${server.origin}/${path}`, answerAll));
      }
      return rounds.toSorted((a, b) => a.percentile98 - b.percentile98)[(ANSWERING_ROUNDS - 1) / 2]!;
    };
    const elementBytes = [...ofElement.values()].reduce((sum, content) => sum + gzipBytes(content), 0);
    const react = await reactFormBytes();
    const [element, bare, survey] = [
      await load('short-element'),
      await load('short-element-bare'),
      await load('short-survey-js'),
    ];
    const [longElement, longSurvey] = [await load('long-element'), await load('long-survey-js')];
    const [answering, answeringSurvey] = [await answer('long-element'), await answer('long-survey-js')];
    const items = publishedContent().instrument.items.length;
    const line = (what: string, own: number, theirs: number, text: (value: number) => string) => [
      what,
      text(own),
      text(theirs),
      `${(theirs / own).toFixed(1)} x`,
    ];
    const device = `Chromium at a ${CPU_SLOWDOWN}th of this machine's speed, on a line of ${MEGABITS} Mbit/s and ${LATENCY} ms, nothing cached`;
    return [
      {
        title: 'The form: loading',
        text: `\`<peerscale-survey>\` beside the least page of SurveyJS 3.0.0 (survey-core, survey-react-ui, React 19, their own styles; bundled and minified, the questions in the bundle): the same instrument, ${device}; medians of ${ROUNDS} loadings. Bytes are gzip, all that answering needs; the element's are without the questions, which it loads as a file of their own.`,
        headings: ['', 'element', 'SurveyJS', 'ratio'],
        rows: [
          line('bytes', elementBytes, short.surveyJs, bytes),
          line(`first of ${items} items answerable after`, element.time, survey.time, milliseconds),
          line(`first of ${LONG} items answerable after`, longElement.time, longSurvey.time, milliseconds),
          ['layout shift', element.shift.toFixed(4), survey.shift.toFixed(4), ''],
          ['layout shift without the `:not(:defined)` rule', bare.shift.toFixed(4), '', ''],
        ],
        verdicts: [
          verdict(elementBytes <= MOST_BYTES, `the element in ${bytes(MOST_BYTES)}`),
          verdict(element.time <= survey.time / 5, 'answerable in a fifth of the time'),
          verdict(element.shift === 0 && longElement.shift === 0, 'nothing moves while it loads'),
        ],
      },
      {
        title: 'The form: answering',
        text: `${LONG} items of 5 options, one after the other by pointer and once more by digit keys (SurveyJS has none: pointer and arrow keys), on the same device. From the event to the next frame, as the browser's Event Timing gives it in steps of 8 ms; events under 16 ms are not told and count as 16. Of ${ANSWERING_ROUNDS} rounds the one in the middle.`,
        headings: ['', 'element', 'SurveyJS'],
        rows: (['median', 'percentile98', 'longest', 'delay98'] as const).map((key) => [
          {
            median: 'median',
            percentile98: '98th percentile',
            longest: 'longest',
            delay98: 'of that, wait before anything is done (98th percentile)',
          }[key],
          milliseconds(answering[key]),
          milliseconds(answeringSurvey[key]),
        ]),
        verdicts: [verdict(answering.percentile98 <= MOST_DELAY, `98th percentile within ${MOST_DELAY} ms`)],
      },
      {
        title: 'The React form: bytes',
        text: '`@peerscale/react` beyond React and SurveyJS, bundled and minified, gzip, all that answering needs.',
        headings: ['script', 'styles', 'together'],
        rows: [[bytes(react.script), bytes(react.styles), bytes(react.script + react.styles)]],
        verdicts: [
          verdict(
            react.script + react.styles <= MOST_REACT_BYTES,
            `the React form in ${bytes(MOST_REACT_BYTES)} beyond SurveyJS`,
          ),
        ],
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
