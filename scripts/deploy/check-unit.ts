import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Values of a key of a unit, over all its lines. */
export function valuesOf(unit: string, key: string): readonly string[] {
  return unit
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));
}

/** What Environment= sets. */
export function unitEnvironment(unit: string): ReadonlyMap<string, string> {
  return new Map(
    valuesOf(unit, 'Environment').flatMap((line) =>
      [...line.matchAll(/([A-Z_][A-Z0-9_]*)=(\S*)/g)].map(([, name, value]) => [name!, value!] as const),
    ),
  );
}

/**
 * What is wrong with a unit of a service, as far as it shows without systemd: it is not root, keeps to its folder, and runs
 * what the build makes.
 *
 * @param isDeployed whether the package that is copied to /opt/peerscale has a file
 */
export function checkUnit(name: string, unit: string, isDeployed: (path: string) => boolean): readonly string[] {
  const problems: string[] = [];
  const [user] = valuesOf(unit, 'User');
  if (user === undefined || user === 'root') problems.push(`${name}: the process is root.`);
  for (const [key, value] of [
    ['NoNewPrivileges', 'yes'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
  ] as const) {
    if (valuesOf(unit, key).at(-1) !== value) problems.push(`${name}: ${key} is not ${value}.`);
  }
  const commands = valuesOf(unit, 'ExecStart');
  if (commands.length === 0) problems.push(`${name}: nothing runs.`);
  for (const [, path] of commands.join(' ').matchAll(/\/opt\/peerscale\/(\S+)/g)) {
    if (!isDeployed(path!)) problems.push(`${name}: the build makes no ${path}.`);
  }
  const folders = valuesOf(unit, 'StateDirectory').flatMap((line) => line.split(' '));
  for (const [variable, value] of unitEnvironment(unit)) {
    if (!value.startsWith('/')) continue;
    if (!folders.some((folder) => value.startsWith(`/var/lib/${folder}/`))) {
      problems.push(`${name}: ${variable} is outside of its folder: ${value}.`);
    }
  }
  return problems;
}

/**
 * What `systemd-analyze verify` says of all units of a folder: every line, because an unknown key is a warning to it.
 *
 * @returns undefined where it is not installed
 */
export function verifyUnits(folder: string): readonly string[] | undefined {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return undefined;
  const copies = mkdtempSync(join(tmpdir(), 'peerscale-units-'));
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:service|timer)$/.test(name));
    for (const name of names) {
      copyFileSync(join(folder, name), join(copies, name));
      // where Node is elsewhere, that is no fault of the unit
      if (!existsSync('/usr/bin/node')) {
        const unit = readFileSync(join(folder, name), 'utf8').replaceAll('/usr/bin/node', process.execPath);
        writeFileSync(join(copies, name), unit);
      }
    }
    const { stdout, stderr, status } = spawnSync(
      'systemd-analyze',
      ['verify', ...names.map((name) => join(copies, name))],
      {
        encoding: 'utf8',
      },
    );
    const lines = `${stdout}${stderr}`
      .split('\n')
      .map((line) => line.replaceAll(`${copies}/`, '').trim())
      // of units of the machine it says things too
      .filter((line) => names.some((name) => line.includes(name)));
    return lines.length === 0 && status !== 0 ? [`systemd-analyze verify ended with ${status}.`] : lines;
  } finally {
    rmSync(copies, { recursive: true });
  }
}
