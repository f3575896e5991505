import { toSurveyJson } from '@peerscale/react';
import { launchBrowser } from '/tmp/wt5/packages/test-utils/src/browser.ts';
import { bundleSurveyJs, elementFiles } from '/tmp/wt5/bench/form/bundle.ts';
import { longContent, publishedContent } from '/tmp/wt5/bench/form/form-content.ts';
import { elementPage, surveyJsPage } from '/tmp/wt5/bench/form/pages.ts';
import { servePages } from '/tmp/wt5/bench/form/serve-pages.ts';
import { answerAll } from '/tmp/wt5/bench/form/answer-all.ts';
import { onSlowDevice } from '/tmp/wt5/bench/form/measure-page.ts';
const files = new Map<string, any>([...elementFiles()].map(([n, c]) => [`/${n}`, c]));
for (const [n, c] of [['short', publishedContent()], ['long', longContent(100)]] as const) { files.set(`/${n}.json`, JSON.stringify({ instrument: c.instrument, textPacks: [c.textPack] })); files.set(`/${n}`, elementPage(n, true)); const { script, styles } = await bundleSurveyJs(toSurveyJson(c.instrument, c.textPack)); files.set(`/${n}-survey-js.js`, script); files.set(`/${n}-survey-js.css`, styles); files.set(`/${n}-s`, surveyJsPage(n)); }
const server = await servePages(files); const browser = await launchBrowser();
const t: any = { short: [], 'short-s': [] };
for (let i = 0; i < 7; i++) for (const k in t) t[k].push(Math.round((await onSlowDevice(browser, server.origin + '/' + k, async (_, m) => (await m()).answerable))!));
console.log(t.short.sort((a: number, b: number) => a - b).join(' '), '|', t['short-s'].sort((a: number, b: number) => a - b).join(' '), 'ratio', (t['short-s'][3] / t.short[3]).toFixed(2));
for (let i = 0; i < 2; i++) console.log(await onSlowDevice(browser, server.origin + '/long', answerAll));
await browser.close(); await server.close();
