// `npm run -s peerscale -- ARGS`: runs the built command line as if it had been called from the shell's own folder.
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../packages/cli/dist/main.js', import.meta.url);

if (existsSync(main)) {
  // npm changes to the root of the repository and keeps the folder of the shell in INIT_CWD
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  await import(main.href);
} else {
  process.stderr.write('peerscale: not built yet; run "npm start" or "npm run build" once\n');
  process.exitCode = 1;
}
