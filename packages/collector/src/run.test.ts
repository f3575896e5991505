import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { openStore } from './store/open-store.ts';
import { rowsOf } from './test/rows-of.ts';
import { teaRecord, teaStudy } from './test/tea-study.ts';
import { temporaryFile } from './test/temporary-file.ts';

async function call(args: readonly string[], environment: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const say = (text: string) => {
    out += text;
  };
  const complain = (text: string) => {
    err += text;
  };
  const code = await run(args, { environment, say, complain });
  return { code, out, err };
}

test('backup, check and restore, one after another, while the collector serves', async () => {
  const path = temporaryFile();
  const store = await openStore(path);
  await store.createStudy(teaStudy);
  await store.addResponse(teaStudy.id, teaRecord(1), '2026-11-21');
  const file = join(dirname(path), 'backup.db');
  const backup = await call(['backup', file], { DATABASE_URL: path });
  expect(backup).toMatchObject({ code: 0, err: '' });
  expect(backup.out).toContain(readFileSync(`${file}.sha256`, 'utf8').slice(0, 64));
  for (const address of [path, file]) {
    expect(await call(['check', address])).toEqual({ code: 0, out: 'No damage was found.\n', err: '' });
  }
  expect(await call(['restore', file, path, '--force'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('in use'),
  });
  await store.addResponse(teaStudy.id, teaRecord(2), '2026-11-21');
  await store.close();
  expect(await call(['restore', file, path, '--force'])).toMatchObject({ code: 0, err: '' });
  expect(rowsOf(path)).toHaveLength(1);
});

test('damage has the exit code 1 and is said in a line', async () => {
  const path = temporaryFile();
  writeFileSync(path, 'item,answer\n'.repeat(200));
  expect(await call(['check', path])).toEqual({
    code: 1,
    out: '',
    err: 'peerscale-collector: file is not a database\n',
  });
});

test.each([
  [[], 2, 'name a command: serve, backup, restore or check'],
  [['drop'], 2, 'there is no command "drop"'],
  [['backup'], 2, 'name the file'],
  [['backup', 'x.db'], 2, 'name the database, or set DATABASE_URL'],
  [['backup', 'x.db', ':memory:'], 2, 'name the database'],
  [['backup', 'x.db', 'a.db', 'b.db'], 2, 'unexpected argument "b.db"'],
  [['backup', 'x.db', 'a.db', '--fast'], 2, "'--fast'"],
  [['backup', '/nowhere/x.db', '/nowhere/a.db'], 1, '/nowhere'],
  [['restore', '/nowhere/x.db', '/nowhere/a.db'], 1, '/nowhere/x.db is not there.'],
  [['check', '/nowhere/a.db'], 1, '/nowhere/a.db is not there.'],
  [['check', 'postgres://someone:secret@127.0.0.1:1/none'], 1, 'postgres://someone@127.0.0.1:1/none. '],
] as const)('%j ends with %d', async (args, code, said) => {
  const result = await call(args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toMatch(/^peerscale-collector: [^\n]+\n$/);
  expect(result.err).toContain(said);
  expect(result.err).not.toContain('secret');
  expect(existsSync('x.db')).toBe(false);
});

test('--help says what there is', async () => {
  const { code, out } = await call(['--help']);
  expect(code).toBe(0);
  for (const word of ['backup FILE', 'restore FILE', 'check', 'DATABASE_URL', '--force']) expect(out).toContain(word);
});

describe('serving', () => {
  test('the API alone, until it is told to stop', async () => {
    let origin = '';
    let statuses: number[] = [];
    const code = await run(['serve'], {
      environment: { PORT: '0', DATABASE_URL: ':memory:' },
      say: (text) => {
        origin = /^Peerscale collector: (\S+)\/api$/m.exec(text)?.[1] ?? origin;
      },
      complain: () => {},
      until: async () => {
        await expect.poll(() => origin).not.toBe('');
        const paths = ['/api/studies', '/api/session', '/ready', '/', '/api/openapi.json'];
        statuses = await Promise.all(paths.map(async (path) => (await fetch(`${origin}${path}`)).status));
      },
    });
    expect([code, statuses]).toEqual([0, [200, 401, 200, 404, 200]]);
    await expect(fetch(`${origin}/ready`)).rejects.toThrow();
  });

  test('what is in the way is said, a line each', async () => {
    const environment = { PORT: '0', DATABASE_URL: ':memory:' };
    expect(await call(['serve'], { ...environment, PORT: 'x', LOG: 'y' })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^PORT .*\nLOG .*\n$/),
    });
    expect(await call(['serve'], { ...environment, DATABASE_URL: '/dev/null/answers.db' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^[^\n]*\/dev\/null[^\n]*\n$/),
    });
    expect(await call(['serve', 'answers.db'], environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('its settings are in the environment'),
    });
  });
});
