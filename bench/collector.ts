import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { queryPostgres, startPostgresServer } from '../packages/collector/src/test/postgres-server.ts';
import { type BenchTable, verdict } from './report-table.ts';

const CONNECTIONS = Number(process.env.CONNECTIONS ?? 64);
const SECONDS = 5;

const script = (name: string) => fileURLToPath(new URL(`./collector/${name}.ts`, import.meta.url));

/** Posts that were accepted and synced, beside what the same engine stores and syncs without a server around it. */
export async function benchCollector(folder: string): Promise<BenchTable[]> {
  const echoed = (await serveAndLoad('', 'serve-echo')).rate;
  return [await benchSqlite(mkdtempSync(join(folder, 'collector-')), echoed), await benchPostgres(folder, echoed)];
}

interface Served {
  /** posts a second, each connection posting again when it is answered */
  readonly rate: number;
  /** posts that shared a commit, on average */
  readonly group: number;
  /** 95th percentile of a post at half that rate, in milliseconds */
  readonly p95: number;
}

async function benchSqlite(folder: string, echoed: number): Promise<BenchTable> {
  const path = join(folder, 'served.db');
  const served = await serveAndLoad(path);
  // the same row in the same tables, in a file of the same size
  const file = new SqliteDatabase(path);
  const row = file.prepare('select * from response limit 1').get() as Record<string, unknown>;
  file.pragma('synchronous = full');
  const insert = file.prepare(
    `insert into response (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((column) => `@${column}`)})`,
  );
  const store = file.transaction((count: number) => {
    for (let i = 0; i < count; i++) insert.run({ ...row, key_digest: randomBytes(32).toString('hex') });
  });
  const bareRate = (count: number): number => {
    const start = performance.now();
    let stored = 0;
    for (; performance.now() < start + SECONDS * 1000; stored += count) store(count);
    return (stored / (performance.now() - start)) * 1000;
  };
  const group = Math.max(1, Math.round(served.group));
  const bare = bareRate(group);
  const single = bareRate(1);
  file.close();
  return {
    title: 'Collector on SQLite',
    text: `${loadText()} The bare columns are better-sqlite3 alone, with the same row in the same tables, WAL and \`synchronous=FULL\`: in batches of as many rows as posts shared a commit (${group}), and one row a commit (${(1000 / single).toFixed(2)} ms each, most of it the sync).`,
    headings: ['work', 'responses a second', 'of bare batches', 'of one commit a response'],
    rows: [
      ['posts over HTTP, checked, stored, synced, answered', ...cells(served.rate, bare, single)],
      [ECHO, ...cells(echoed, bare, single)],
      [`better-sqlite3, ${group} rows a commit`, ...cells(bare, bare, single)],
      ['better-sqlite3, one row a commit', ...cells(single, bare, single)],
    ],
    verdicts: [
      verdict(served.rate >= 0.8 * bare, 'at least 80 percent of bare batches of the same size'),
      verdict(served.rate >= 5 * single, 'at least 5 x one commit a response'),
      verdict(
        served.p95 <= 100,
        `at half that load, 95 of 100 posts are answered within 100 ms (${served.p95.toFixed(1)} ms)`,
      ),
    ],
  };
}

async function benchPostgres(folder: string, echoed: number): Promise<BenchTable> {
  const server = await startPostgresServer({ durable: true });
  try {
    const address = await server.newDatabase();
    const served = await serveAndLoad(address);
    const group = Math.max(1, Math.round(served.group));
    const bare = await pgbenchRate(address, group, folder);
    return {
      title: 'Collector on PostgreSQL',
      text: `${loadText()} PostgreSQL of its own with \`fsync=on\`. \`pgbench\` sends the same row in transactions of as many (${group}), prepared, over one connection, as the collector's writer has one.`,
      headings: ['work', 'responses a second', 'of pgbench'],
      rows: [
        [
          'posts over HTTP, checked, stored, synced, answered',
          served.rate.toFixed(0),
          bare === undefined ? '' : percent(served.rate / bare),
        ],
        [ECHO, echoed.toFixed(0), bare === undefined ? '' : percent(echoed / bare)],
        [
          `pgbench, ${group} rows a transaction`,
          bare?.toFixed(0) ?? 'not installed',
          bare === undefined ? '' : '100 %',
        ],
      ],
      verdicts: [
        ...(bare === undefined ? [] : [verdict(served.rate >= 0.6 * bare, 'at least 60 percent of pgbench')]),
        verdict(
          served.p95 <= 100,
          `at half that load, 95 of 100 posts are answered within 100 ms (${served.p95.toFixed(1)} ms)`,
        ),
      ],
    };
  } finally {
    await server.stop();
  }
}

const ECHO = 'posts over HTTP, read as JSON and answered, by the same Hono in one process: the most that could be';
const loadText = () =>
  `A server process and a load process on loopback, ${CONNECTIONS} connections that each post again when they are answered, ${SECONDS} seconds after a warm-up.`;
const percent = (part: number) => `${(100 * part).toFixed(0)} %`;
const cells = (rate: number, bare: number, single: number) => [
  rate.toFixed(0),
  percent(rate / bare),
  `${(rate / single).toFixed(1)} x`,
];

async function serveAndLoad(address: string, name: 'serve' | 'serve-echo' = 'serve'): Promise<Served> {
  const server = fork(script(name), [address]);
  try {
    const { port } = await messageOf<{ port: number }>(server);
    await load(port, 2, 0);
    const before = await commitsOf(server);
    const { accepted, elapsed } = await load(port, SECONDS, 1e8);
    const commits = (await commitsOf(server)) - before;
    const rate = accepted / elapsed;
    const { times } = await load(port, SECONDS, 2e8, rate / 2);
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;
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
