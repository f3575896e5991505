import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { queryPostgres, startPostgresServer } from '../packages/collector/src/test/postgres-server.ts';
import type { BareRates } from './collector/bare.ts';
import { median } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const CONNECTIONS = Number(process.env.CONNECTIONS ?? 128);
/** What is compared is measured in turns, because a machine is not as fast at every moment. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = 4;
/** What a solid-state disk without a capacitor takes, roughly. */
const SLOW_SYNC = 2000;

const script = (name: string) => fileURLToPath(new URL(`./collector/${name}.ts`, import.meta.url));

/** Posts that were accepted and synced, beside what the same engine stores and syncs without a server around it. */
export async function benchCollector(folder: string): Promise<BenchTable[]> {
  const echoed = (await serveAndLoad('', { name: 'serve-echo' })).rate;
  const slow = await benchSlowDisk(folder);
  return [
    await benchSqlite(folder, echoed),
    ...(slow === undefined ? [] : [slow]),
    await benchPostgres(folder, echoed),
  ];
}

interface Served {
  /** posts a second, each connection posting again when it is answered */
  readonly rate: number;
  /** posts that shared a commit, on average */
  readonly group: number;
  /** 95th percentile of a post at half that rate, in milliseconds; where it was asked for */
  readonly p95: number;
}

interface Round extends Served, BareRates {}

/** A fresh file, filled by a server and then by better-sqlite3 alone. */
async function sqliteRound(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Round> {
  const path = join(mkdtempSync(join(folder, 'collector-')), 'served.db');
  const served = await serveAndLoad(path, { environment, halfLoad: true });
  const args = [path, String(Math.max(1, Math.round(served.group))), String(SECONDS)];
  const bare = fork(script('bare'), args, { env: { ...process.env, ...environment } });
  return { ...served, ...(await messageOf<BareRates>(bare)) };
}

async function sqliteRounds(folder: string, environment?: NodeJS.ProcessEnv): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await sqliteRound(folder, environment));
  return rounds;
}

const middle = (rounds: readonly Round[], of: (round: Round) => number) => median(rounds.map(of));

function sqliteRows(rounds: readonly Round[]): string[][] {
  const group = Math.round(middle(rounds, (round) => round.group));
  const cells = (rate: (round: Round) => number) => [
    middle(rounds, rate).toFixed(0),
    percent(middle(rounds, (round) => rate(round) / round.batches)),
    `${middle(rounds, (round) => rate(round) / round.single).toFixed(1)} x`,
  ];
  return [
    ['posts over HTTP, checked, stored, synced, answered', ...cells(({ rate }) => rate)],
    [`better-sqlite3, ${group} rows a commit`, ...cells(({ batches }) => batches)],
    [`better-sqlite3, ${group} rows a commit, log carried over every 8,000 pages`, ...cells(({ longLog }) => longLog)],
    ['better-sqlite3, one row a commit', ...cells(({ single }) => single)],
  ];
}

const SQLITE_HEADINGS = ['work', 'responses a second', 'of bare batches', 'of one commit a response'];
const isFiveTimes = (rounds: readonly Round[]) => middle(rounds, ({ rate, single }) => rate / single) >= 5;

async function benchSqlite(folder: string, echoed: number): Promise<BenchTable> {
  const rounds = await sqliteRounds(folder);
  const single = middle(rounds, (round) => round.single);
  const most = middle(rounds, (round) => round.batches / round.single);
  const p95 = middle(rounds, (round) => round.p95);
  return {
    title: 'Collector on SQLite',
    text: `${loadText()} The bare rows are better-sqlite3 alone, with the same row in the same tables of the same file, WAL and \`synchronous=FULL\`: in batches of as many rows as posts shared a commit, and one row a commit. Ratios are medians of ratios.`,
    headings: SQLITE_HEADINGS,
    rows: [
      ...sqliteRows(rounds),
      [
        ECHO,
        echoed.toFixed(0),
        percent(echoed / middle(rounds, ({ batches }) => batches)),
        `${(echoed / single).toFixed(1)} x`,
      ],
    ],
    verdicts: [
      verdict(
        middle(rounds, ({ rate, batches }) => rate / batches) >= 0.8,
        'at least 80 percent of bare batches of the same size',
      ),
      verdict(
        isFiveTimes(rounds),
        `at least 5 x one commit a response${isFiveTimes(rounds) ? '' : `: this disk takes ${(1000 / single).toFixed(2)} ms for a commit with everything, and bare batches are ${most.toFixed(1)} x themselves`}`,
      ),
      verdict(p95 <= 100, `at half that load, 95 of 100 posts are answered within 100 ms (${p95.toFixed(1)} ms)`),
    ],
  };
}

/** The same where a sync takes as long as on most disks; undefined where there is no C compiler to make it so. */
async function benchSlowDisk(folder: string): Promise<BenchTable | undefined> {
  const library = join(folder, 'slow-sync.so');
  const source = fileURLToPath(new URL('./collector/slow-sync.c', import.meta.url));
  if (spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']).status !== 0) return undefined;
  const rounds = await sqliteRounds(folder, { LD_PRELOAD: library, SYNC_MICROSECONDS: String(SLOW_SYNC) });
  const p95 = middle(rounds, (round) => round.p95);
  return {
    title: 'Collector on SQLite, on a slower disk',
    text: `The same, each sync ${SLOW_SYNC / 1000} ms longer (\`collector/slow-sync.c\`, for the server and for better-sqlite3), as on a solid-state disk without a capacitor. One commit a response takes ${(1000 / middle(rounds, ({ single }) => single)).toFixed(1)} ms.`,
    headings: SQLITE_HEADINGS,
    rows: sqliteRows(rounds),
    verdicts: [
      verdict(
        middle(rounds, ({ rate, batches }) => rate / batches) >= 0.8,
        'at least 80 percent of bare batches of the same size',
      ),
      verdict(isFiveTimes(rounds), 'at least 5 x one commit a response'),
      verdict(p95 <= 100, `at half that load, 95 of 100 posts are answered within 100 ms (${p95.toFixed(1)} ms)`),
    ],
  };
}

async function benchPostgres(folder: string, echoed: number): Promise<BenchTable> {
  const server = await startPostgresServer({ durable: true });
  try {
    const rounds: { served: Served; bare: number | undefined }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const address = await server.newDatabase();
      const served = await serveAndLoad(address, { halfLoad: true });
      rounds.push({ served, bare: await pgbenchRate(address, Math.max(1, Math.round(served.group)), folder) });
    }
    const of = (value: (served: Served) => number) => median(rounds.map(({ served }) => value(served)));
    const group = Math.round(of((served) => served.group));
    const p95 = of((served) => served.p95);
    const installed = rounds.flatMap(({ served, bare }) => (bare === undefined ? [] : [{ rate: served.rate, bare }]));
    const bare = installed.length === 0 ? undefined : median(installed.map((round) => round.bare));
    const ratio = bare && median(installed.map((round) => round.rate / round.bare));
    return {
      title: 'Collector on PostgreSQL',
      text: `${loadText()} PostgreSQL of its own with \`fsync=on\`. \`pgbench\` sends the same row in transactions of as many as posts shared a commit, prepared, over one connection, as the collector's writer has one.`,
      headings: ['work', 'responses a second', 'of pgbench'],
      rows: [
        [
          'posts over HTTP, checked, stored, synced, answered',
          of(({ rate }) => rate).toFixed(0),
          ratio === undefined ? '' : percent(ratio),
        ],
        [
          `pgbench, ${group} rows a transaction`,
          bare?.toFixed(0) ?? 'not installed',
          bare === undefined ? '' : '100 %',
        ],
        [ECHO, echoed.toFixed(0), bare === undefined ? '' : percent(echoed / bare)],
      ],
      verdicts: [
        ...(ratio === undefined ? [] : [verdict(ratio >= 0.6, 'at least 60 percent of pgbench')]),
        verdict(p95 <= 100, `at half that load, 95 of 100 posts are answered within 100 ms (${p95.toFixed(1)} ms)`),
      ],
    };
  } finally {
    await server.stop();
  }
}

const ECHO = 'posts over HTTP, read as JSON and answered, by the same Hono in one process: the most that could be';
const loadText = () =>
  `A server process and a load process on loopback, ${CONNECTIONS} connections that each post again when they are answered, ${SECONDS} seconds after a warm-up; medians of ${ROUNDS} rounds, each with a fresh database, with and without the server in turns.`;
const percent = (part: number) => `${(100 * part).toFixed(0)} %`;

interface LoadOptions {
  readonly name?: 'serve' | 'serve-echo';
  readonly environment?: NodeJS.ProcessEnv;
  /** whether the time of a post at half the load is measured */
  readonly halfLoad?: boolean;
}

async function serveAndLoad(
  address: string,
  { name = 'serve', environment = {}, halfLoad = false }: LoadOptions = {},
): Promise<Served> {
  const server = fork(script(name), [address], { env: { ...process.env, ...environment } });
  try {
    const { port } = await messageOf<{ port: number }>(server);
    await load(port, 2, 0);
    const before = await commitsOf(server);
    const { accepted, elapsed } = await load(port, SECONDS, 1e8);
    const commits = (await commitsOf(server)) - before;
    const rate = accepted / elapsed;
    const { times } = halfLoad ? await load(port, SECONDS, 2e8, rate / 2) : { times: [] };
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1] ?? Number.NaN;
    return { rate, group: accepted / commits, p95 };
  } finally {
    if (server.exitCode === null) {
      server.disconnect();
      await once(server, 'exit');
    }
  }
}

async function commitsOf(server: ChildProcess): Promise<number> {
  server.send('count');
  return (await messageOf<{ commits: number }>(server)).commits;
}

async function load(port: number, seconds: number, first: number, rate?: number) {
  const args = [port, CONNECTIONS, seconds, first, ...(rate === undefined ? [] : [rate])].map(String);
  const loading = fork(script('load'), args, { timeout: (seconds + 10) * 1000 });
  return messageOf<{ accepted: number; elapsed: number; times: number[] }>(loading);
}

async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', ended).then(([message]) => message as T),
      once(child, 'exit', ended).then(([code]) => Promise.reject(new Error(`A process ended early with ${code}.`))),
    ]);
  } finally {
    ended.abort();
  }
}

/** Rows a second of pgbench, or undefined where it is not installed. */
async function pgbenchRate(address: string, group: number, folder: string): Promise<number | undefined> {
  const [row] = await queryPostgres(address, 'select * from response limit 1');
  const literal = (value: unknown) =>
    value === null ? 'null' : typeof value === 'number' ? `${value}` : `'${String(value).replaceAll("'", "''")}'`;
  const values = Object.entries(row!).map(([column, value]) =>
    column === 'key_digest' ? `'${'0'.repeat(46)}' || :key` : literal(value),
  );
  const insert = `insert into response (${Object.keys(row!).join(', ')}) values (${values.join(', ')}) on conflict do nothing;`;
  const lines = Array.from({ length: group }, () => `\\set key random(1, 9000000000000000000)\n${insert}`);
  const path = join(folder, 'pgbench.sql');
  writeFileSync(path, `begin;\n${lines.join('\n')}\ncommit;\n`);
  const args = ['-n', '-M', 'prepared', '-c', '1', '-j', '1', '-T', String(SECONDS), '-f', path, address];
  const { status, stdout, stderr, error } = spawnSync('pgbench', args, { encoding: 'utf8', timeout: 60_000 });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  const tps = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  if (status !== 0 || !(tps > 0)) throw new Error(`pgbench failed: ${stderr}`);
  return tps * group;
}
