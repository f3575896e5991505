import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import process from 'node:process';

// run by Node itself, where no bundler maps the workspace packages to their sources
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@peerscale\/(core|form)$/.exec(specifier) ?? [];
    if (name === undefined) return next(specifier, context);
    return { url: new URL(`../../../${name}/src/index.ts`, import.meta.url).href, shortCircuit: true };
  },
});
const { Hono } = await import('hono');
const { createCollector } = await import('../create-collector.ts');
const { openLog } = await import('../operations/log.ts');
const { readServerSettings } = await import('../operations/read-settings.ts');
const { startServer } = await import('../operations/start-server.ts');
const { teaCatalogue } = await import('./tea-study.ts');

/**
 * Serves the collector at /api of a free port, which it writes to standard output, until it is killed. Arguments: the
 * address of the database, and the day that it is, or `jumping` for a clock that jumps between 1970 and 2100.
 */
const [database = '', day = ''] = process.argv.slice(2);
const checked = readServerSettings(
  { PORT: '0', DATABASE_URL: database, PEERSCALE_MAIL_FOLDER: `${tmpdir()}/peerscale-no-mail` },
  process.cwd(),
);
if (!checked.success) throw new Error(checked.problems.join(' '));
let asked = 0;
const now = () => new Date(day === 'jumping' ? ((asked++ * 7_919) % 47_000) * 86_400_000 : `${day}T12:00:00Z`);
const server = await startServer(checked.value, {
  log: openLog({ format: 'text', out: () => {}, error: (text) => void process.stderr.write(text) }),
  now,
  createApp: (room) => new Hono().route('/api', createCollector({ ...room, catalogue: teaCatalogue, now })),
});
writeSync(1, `${server.port}\n`);
