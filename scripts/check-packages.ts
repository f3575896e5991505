/**
 * Checks every library as npm would publish it: publint (exports, files, formats) and attw (whether the types resolve in
 * each module system). Run after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('..', import.meta.url));
// what a page loads by its address: no types
const filesForPages = ['./peerscale-survey.js', './peerscale-survey.css', './embed-frame.js', './frame.html'];
const packages: { folder: string; attw: string[] }[] = [
  { folder: 'packages/core', attw: [] },
  { folder: 'instruments', attw: ['--exclude-entrypoints', './schema/instrument.json'] },
  // resolution of before Node 12 knows no subpaths; the library is for Node 22 and bundlers
  { folder: 'packages/form', attw: ['--profile', 'node16'] },
  {
    folder: 'packages/element',
    attw: ['--profile', 'esm-only', '--exclude-entrypoints', ...filesForPages],
  },
  { folder: 'packages/react', attw: ['--exclude-entrypoints', './styles.css'] },
  // the server around it runs on Node, which requires modules that are imported
  { folder: 'packages/collector', attw: ['--exclude-entrypoints', './server'] },
  { folder: 'packages/sql', attw: [] },
  // a command line is run, and imported from ECMAScript modules only
  { folder: 'packages/cli', attw: ['--profile', 'esm-only'] },
];

let problems = 0;
for (const { folder, attw } of packages) {
  const { messages, pkg } = await publint({ pkgDir: `${root}${folder}`, strict: true, pack: 'npm' });
  for (const message of messages) console.error(`${folder}: ${formatMessage(message, pkg)}`);
  problems += messages.length;
  const { status, stdout, stderr } = spawnSync('attw', ['--pack', folder, '--format', 'ascii', '--no-color', ...attw], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(`${folder}: attw\n${stdout}${stderr}`);
    problems++;
  }
  console.log(`${folder}: ${messages.length === 0 && status === 0 ? 'publint and attw are content' : 'see above'}`);
}
process.exit(problems === 0 ? 0 : 1);
