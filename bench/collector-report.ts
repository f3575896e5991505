import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openStore } from '@peerscale/collector';
import { instrument, STUDY, seedStudy } from './collector-report/study.ts';
import { median, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const RESPONSES = Number(process.env.RESPONSES ?? 1_000_000);
const TEAMS = 500;
const WAVES = 6;
const AGAIN = 31;

const script = (name: string) => fileURLToPath(new URL(`./collector-report/${name}.ts`, import.meta.url));

interface Folded {
  readonly folded: number;
  readonly fold: number;
  readonly cells: number;
  readonly people: number;
  readonly merge: number;
  readonly release: number;
  readonly peak: number;
}

/** The results of a large study: from its answers to sums, to releases, to the first page of a fresh server. */
export async function benchCollectorReport(folder: string): Promise<BenchTable> {
  const path = join(mkdtempSync(join(folder, 'report-')), 'study.db');
  await (await openStore(path)).close();
  seedStudy(path, { responses: RESPONSES, teams: TEAMS, waves: WAVES });
  const folding = fork(script('fold'), [path]);
  const message = await messageOf<Folded>(folding);
  await once(folding, 'exit');
  if (message.folded !== RESPONSES || message.people !== RESPONSES) {
    throw new Error(`${message.folded} responses were folded and ${message.people} are in the sums, of ${RESPONSES}.`);
  }
  const read = await readResults(path);
  const row = (what: string, value: string) => [what, value];
  return {
    title: 'Results of a large study',
    text: `${RESPONSES.toLocaleString('en')} answers to ${instrument.items.length} items in ${TEAMS} teams, four groups and ${WAVES} closed waves, in SQLite. Folding and the releases of waves run when a wave closes; the reading is a fresh server process on loopback, asked by another process.`,
    headings: ['work', 'time or memory'],
    rows: [
      row('folding all answers into the sums of their cells', secondsText(message.fold)),
      row(`reading and merging the sums of ${message.cells.toLocaleString('en')} cells`, secondsText(message.merge)),
      row(`deciding what may be shown of ${WAVES} waves, once`, secondsText(message.release)),
      row('peak memory of that process', `${message.peak.toFixed(0)} MB`),
      row('first GET of the results', `${secondsText(read.cold)} (${(read.bytes / 1e6).toFixed(1)} MB)`),
      row('the same with If-None-Match, median', secondsText(read.unchanged)),
      row('filtered by team, on average', secondsText(read.filtered)),
      row(
        'memory of the server after the first, and after all',
        `${read.before.toFixed(0)} MB, ${read.after.toFixed(0)} MB`,
      ),
    ],
    verdicts: [
      verdict(read.cold <= 2, 'results of a fresh server within 2 s'),
      verdict(read.unchanged <= 0.1, 'unchanged results within 100 ms'),
      verdict(message.merge <= 1.5, 'the sums of all cells are read and merged within 1.5 s'),
      verdict(read.after <= 1.25 * read.before + 20, 'memory of the server stays flat'),
    ],
  };
}

async function readResults(path: string) {
  const server = fork(script('serve'), [path]);
  try {
    const { port, cookie } = await messageOf<{ port: number; cookie: string }>(server);
    const megabytes = async () => {
      server.send('memory');
      return (await messageOf<{ megabytes: number }>(server)).megabytes;
    };
    const get = async (query: string, tag?: string) => {
      const start = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/studies/${STUDY}/results${query}`, {
        headers: { Cookie: cookie, ...(tag === undefined ? {} : { 'If-None-Match': tag }) },
      });
      const body = await response.text();
      const seconds = (performance.now() - start) / 1000;
      return { seconds, status: response.status, bytes: body.length, tag: response.headers.get('ETag')!, body };
    };
    const first = await get('');
    if (first.status !== 200) throw new Error(`The results were answered with ${first.status}: ${first.body}`);
    const before = await megabytes();
    const unchanged: number[] = [];
    let filtered = 0;
    for (let i = 0; i < AGAIN; i++) {
      const again = await get('', first.tag);
      if (again.status !== 304) throw new Error(`Unchanged results were answered with ${again.status}.`);
      unchanged.push(again.seconds);
      filtered += (await get(`?team=team-${1 + ((i * 17) % TEAMS)}&wave=${1 + (i % WAVES)}`)).seconds / AGAIN;
    }
    return {
      cold: first.seconds,
      bytes: first.bytes,
      unchanged: median(unchanged),
      filtered,
      before,
      after: await megabytes(),
    };
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

async function messageOf<T>(child: ChildProcess): Promise<T> {
  const [message] = await Promise.race([
    once(child, 'message') as Promise<[T]>,
    once(child, 'exit').then(([code]): never => {
      throw new Error(`A process of the benchmark has ended with ${code}.`);
    }),
  ]);
  return message;
}
