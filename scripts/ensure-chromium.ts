/**
 * Makes sure that the browser tests find a Chromium: CHROMIUM_PATH, then the system's, then Playwright's own; where there
 * is none it installs one (Debian's package as root, else Playwright's download) or says how. Prints the path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function installedChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no such file.`);
    return wanted;
  }
  return [...systemPaths, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

let path = installedChromium();
if (path === undefined) {
  console.log('The browser tests need Chromium, and none is installed: installing it.');
  const canUseApt = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (canUseApt) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  path = installedChromium();
}
if (path === undefined) {
  console.error(
    'No Chromium for the browser tests. Install one ("sudo apt-get install chromium", or "npx playwright-core install ' +
      'chromium") or point CHROMIUM_PATH to it.',
  );
  process.exit(1);
}
console.log(`Chromium: ${path}`);
