import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';

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
 * Posts records, four at a time, and writes the number of each acknowledged one to standard output, until it is killed.
 * Arguments: the path of the database and the number of the first record.
 */
const [path = '', first = '0'] = process.argv.slice(2);
const store = await openSqliteStore(path);
// another process, or this one's predecessor, may have been first
await store.createStudy(teaStudy).catch(() => {});
const app = createCollector({ store, catalogue: teaCatalogue });

let number = Number(first);
async function post(): Promise<never> {
  for (;;) {
    const posted = number++;
    const { status } = await app.request(`/studies/${teaStudy.id}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(teaRecord(posted)),
    });
    if (status !== 201) throw new Error(`Record ${posted} was answered with ${status}.`);
    writeSync(1, `${posted}\n`);
  }
}
await Promise.all([post(), post(), post(), post()]);
