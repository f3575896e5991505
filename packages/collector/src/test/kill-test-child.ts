import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

// run by Node itself, where no bundler maps the workspace packages to their sources
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@peerscale\/(core|form)$/.exec(specifier) ?? [];
    if (name === undefined) return next(specifier, context);
    return { url: new URL(`../../../${name}/src/index.ts`, import.meta.url).href, shortCircuit: true };
  },
});
const { createCollector } = await import('../create-collector.ts');
const { openSqliteStore } = await import('../store/open-sqlite-store.ts');
const { teaCatalogue, teaRecord, teaStudy } = await import('./tea-study.ts');

/**
 * Posts records, many at a time, and writes the number of each acknowledged one to standard output, until it is killed.
 * Arguments: the path of the database, the number of the first record, and how many at a time.
 */
const [path = '', first = '0', together = '4'] = process.argv.slice(2);
const store = await openSqliteStore(path);
// this one's predecessor may have been there
await store.createStudy(teaStudy).catch(() => {});
let number = Number(first);
// a clock that jumps between 1970 and 2100
const now = () => new Date(((number * 7_919) % 47_000) * 86_400_000);
const app = createCollector({ store, catalogue: teaCatalogue, now });

/** A line goes out at once and whole, or, where nobody has read the ones before it yet, a little later. */
async function acknowledge(posted: number): Promise<void> {
  for (;;) {
    try {
      writeSync(1, `${posted}\n`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
    await delay(1);
  }
}

async function post(): Promise<never> {
  for (;;) {
    const posted = number++;
    const { status } = await app.request(`/studies/${teaStudy.id}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(teaRecord(posted)),
    });
    if (status !== 201) throw new Error(`Record ${posted} was answered with ${status}.`);
    await acknowledge(posted);
  }
}
await Promise.all(Array.from({ length: Number(together) }, post));
