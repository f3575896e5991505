import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '@peerscale/collector';
import { instrument, STUDY, seedStudy } from './collector-report/study.ts';
import { median, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

/** Fewer show on a small machine whether all of it works: `RESPONSES=100000 node bench/run.ts report`. */
const RESPONSES = Number(process.env.RESPONSES ?? 1_000_000);
const TEAMS = 500;
const WAVES = 6;
/** odd, for the median */
const UNCHANGED = 101;
const FILTERED = 51;
const ROUNDS = 5;

const script = (name: string) => fileURLToPath(new URL(`./collector-report/${name}.ts`, import.meta.url));

/** What `fold.ts` sends. */
interface Folded {
  readonly open: number;
  readonly folded: number;
  readonly fold: number;
  readonly foldTurn: number;
  readonly cells: number;
  readonly people: number;
  readonly merge: number;
  readonly release: number;
  readonly releaseTurn: number;
  readonly peak: number;
}

/** The results of a large study: from its answers to sums, to releases, to the first page of a fresh server. */
export async function benchCollectorReport(folder: string): Promise<BenchTable> {
  const path = join(mkdtempSync(join(folder, 'report-')), 'study.db');
  await (await openStore(path)).close();
  say(`writing ${RESPONSES.toLocaleString('en')} answers`);
  seedStudy(path, { responses: RESPONSES, teams: TEAMS, waves: WAVES });
  say('opening the file, folding, deciding');
  const folding = fork(script('fold'), [path]);
  const message = await messageOf<Folded>(folding);
  await once(folding, 'exit');
  if (message.folded !== RESPONSES || message.people !== RESPONSES) {
    throw new Error(`${message.folded} responses were folded and ${message.people} are in the sums, of ${RESPONSES}.`);
  }
  say('reading from a fresh server');
  const read = await readResults(path);
  const row = (what: string, value: string) => [what, value];
  const withTurn = (seconds: number, turn: number) => `${secondsText(seconds)} (${secondsText(turn)})`;
  const turns = [message.foldTurn, message.releaseTurn, read.coldTurn, read.changeTurn];
  return {
    title: 'Results of a large study',
    text: `${RESPONSES.toLocaleString('en')} answers to ${instrument.items.length} items in ${TEAMS} teams, four groups and ${WAVES} closed waves, in SQLite. Folding and the releases of waves run when a wave closes; the reading is a fresh server process on loopback, asked by another process. In brackets the longest turn of the server's event loop meanwhile: so long does somebody wait who sends answers.`,
    headings: ['work', 'time or memory'],
    rows: [
      row('opening the file, with every page and row checked', secondsText(message.open)),
      row('folding all answers into the sums of their cells', withTurn(message.fold, message.foldTurn)),
      row(`reading and merging the sums of ${message.cells.toLocaleString('en')} cells`, secondsText(message.merge)),
      row(`deciding what may be shown of ${WAVES} waves, once`, withTurn(message.release, message.releaseTurn)),
      row('peak memory of that process', `${message.peak.toFixed(0)} MB`),
      row(`first GET of the results, ${(read.bytes / 1e6).toFixed(1)} MB of JSON`, withTurn(read.cold, read.coldTurn)),
      row(`the same with If-None-Match, median of ${ROUNDS * UNCHANGED}`, secondsText(read.unchanged)),
      row(`filtered by team, median of ${ROUNDS * FILTERED}`, secondsText(read.filtered)),
      row('first GET of the change between two waves', withTurn(read.change, read.changeTurn)),
      row(
        `memory of the server after the first reading, and after each further ${UNCHANGED + FILTERED}`,
        [read.before, ...read.megabytes].map((value) => `${value.toFixed(0)} MB`).join(', '),
      ),
    ],
    verdicts: [
      verdict(read.cold <= 2, 'results of a fresh server within 2 s'),
      verdict(read.unchanged <= 0.1, 'unchanged results within 100 ms'),
      verdict(message.merge <= 1.5, 'the sums of all cells are read and merged within 1.5 s'),
      verdict(Math.max(...read.megabytes) <= 1.25 * read.before + 20, 'memory of the server stays flat'),
      verdict(Math.max(...turns) <= 0.05, 'no turn of the event loop longer than 50 ms'),
    ],
  };
}

const begun = performance.now();

/** What is going on, for whoever waits. */
function say(what: string): void {
  process.stderr.write(`report, ${((performance.now() - begun) / 1000).toFixed(0)} s: ${what}\n`);
}

async function readResults(path: string) {
  const server = fork(script('serve'), [path]);
  try {
    const { port, cookie } = await messageOf<{ port: number; cookie: string }>(server);
    const state = async () => {
      server.send('state');
      return messageOf<{ megabytes: number; longestTurn: number }>(server);
    };
    const get = async (query: string, tag?: string) => {
      const start = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/studies/${STUDY}/results${query}`, {
        headers: { Cookie: cookie, ...(tag === undefined ? {} : { 'If-None-Match': tag }) },
      });
      const body = await response.text();
      const seconds = (performance.now() - start) / 1000;
      const expected = tag === undefined ? 200 : 304;
      if (response.status !== expected) throw new Error(`${query} was answered with ${response.status}: ${body}`);
      return { seconds, bytes: body.length, tag: response.headers.get('ETag')! };
    };
    await state();
    const first = await get('');
    const before = await state();
    say('reading again');
    const unchanged: number[] = [];
    const filtered: number[] = [];
    const megabytes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // an account may ask ten times a second, and 300 times at once
      if (round > 0) await delay((1000 * (UNCHANGED + FILTERED)) / 10);
      for (let i = 0; i < UNCHANGED; i++) unchanged.push((await get('', first.tag)).seconds);
      for (let i = 0; i < FILTERED; i++) {
        const query = `?team=team-${1 + ((i * 17 + round) % TEAMS)}&wave=${1 + (i % WAVES)}`;
        filtered.push((await get(query)).seconds);
      }
      megabytes.push((await state()).megabytes);
    }
    say('comparing two waves');
    const change = await get('/change?from=1&to=2');
    return {
      cold: first.seconds,
      coldTurn: before.longestTurn,
      bytes: first.bytes,
      unchanged: median(unchanged),
      filtered: median(filtered),
      change: change.seconds,
      changeTurn: (await state()).longestTurn,
      before: before.megabytes,
      megabytes,
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
