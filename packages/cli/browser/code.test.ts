import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LinkageReport } from '@peerscale/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { runPeerscale, temporaryFolder } from '../src/testing/run-peerscale.ts';

const form = fileURLToPath(new URL('../../form/dist/', import.meta.url));
const KEY = 'a key that the study holds';
const HEADER = ['birth-day', 'mother-name', 'father-name', 'birth-town', 'school-town', 'older-siblings'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Thirty people as they typed on the web, and as the same people wrote it on paper half a year later. */
const letter = (i: number, step: number) => LETTERS[(i * step) % 26]!;
const typed = Array.from({ length: 30 }, (_, i) => [
  String(1 + ((i * 7) % 28)),
  letter(i, 11),
  i === 0 ? 'Ł' : letter(i, 3),
  letter(i, 5),
  letter(i, 7),
  String(i % 4),
]);
const written = typed.map(([day, mother, father, town, school, siblings], i) => [
  `${day!.padStart(2, '0')}.`,
  `${mother!.toUpperCase()}.`,
  i === 0 ? 'l' : ` ${father}́`,
  `${town!.toUpperCase()}uhačovice`,
  school!,
  `0${siblings}`,
]);

const PAGE = `<!doctype html><title>form</title>
<script type="module">import * as form from '/index.js'; window.peerscaleForm = form;</script>`;
type Form = typeof import('@peerscale/form');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('codes hashed in a browser link with those that the command hashes from paper', async () => {
  const page = await browser.newPage();
  await page.route('http://localhost/**', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    return file === ''
      ? route.fulfill({ contentType: 'text/html', body: PAGE })
      : route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(form, file)) });
  });
  await page.goto('http://localhost/');
  await page.waitForFunction(() => 'peerscaleForm' in window);
  const hashed = await page.evaluate(
    async ([rows, header, key]) => {
      const { hashSelfGeneratedCode, loadCode } = (window as unknown as { peerscaleForm: Form }).peerscaleForm;
      const code = await loadCode({ kind: 'code', id: 'code', key });
      return Promise.all(
        rows.map(async (row) => {
          const entries = Object.fromEntries(header.map((id, i) => [id, row[i]!]));
          const hashes = await hashSelfGeneratedCode(code, entries, key);
          return header.map((id) => hashes![id]!);
        }),
      );
    },
    [typed, HEADER, KEY] as const,
  );
  await page.close();

  const csv = (rows: readonly (readonly string[])[]) => `${[HEADER, ...rows].map((row) => row.join(',')).join('\n')}\n`;
  const files = { 'web.csv': csv(hashed), 'paper.csv': csv(written), 'study.key': `${KEY}\r\n` };
  const { folder, remove } = temporaryFolder(files);
  try {
    const args = ['link', 'web.csv', 'paper.csv', '--code', HEADER.join(), '--key', 'study.key', '--json'];
    const { code, stdout, stderr } = await runPeerscale(args, { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    const report: LinkageReport = JSON.parse(stdout);
    expect([report.first.exact, report.second.exact, report.links]).toEqual([30, 30, 30]);
    expect(report.issues.map((issue) => issue.code)).not.toContain('unreadable-entries');
  } finally {
    remove();
  }
});
