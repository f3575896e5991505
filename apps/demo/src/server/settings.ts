import { resolve } from 'node:path';

export interface Settings {
  /** absolute path of the SQLite file, or ":memory:" */
  readonly database: string;
  readonly host: string;
  /** 0 asks the operating system for any free port */
  readonly port: number;
}

export type CheckedSettings =
  | { readonly success: true; readonly value: Settings }
  | { readonly success: false; readonly problems: readonly string[] };

/**
 * Reads the settings from environment variables and reports every wrong one, a line each.
 *
 * PORT (default 4173), HOST (default 127.0.0.1: this machine only), PEERSCALE_DATABASE (default `data/peerscale.sqlite`
 * under the current directory; ":memory:" keeps nothing).
 */
export function readSettings(env: NodeJS.ProcessEnv, currentDirectory: string): CheckedSettings {
  const problems: string[] = [];
  const { PORT = '4173', HOST = '127.0.0.1', PEERSCALE_DATABASE = 'data/peerscale.sqlite' } = env;
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : Number.NaN;
  if (!(port <= 65_535)) problems.push(`PORT must be a whole number from 0 to 65535, not ${JSON.stringify(PORT)}.`);
  if (!/^[A-Za-z0-9.:_-]+$/.test(HOST)) {
    problems.push(`HOST must be a host name or an IP address without brackets, not ${JSON.stringify(HOST)}.`);
  }
  if (PEERSCALE_DATABASE.trim() === '' || PEERSCALE_DATABASE.includes('\0')) {
    problems.push(`PEERSCALE_DATABASE must be the path of a file, not ${JSON.stringify(PEERSCALE_DATABASE)}.`);
  }
  if (problems.length > 0) return { success: false, problems };
  // SQLite's own name for a database that ends with the process
  const database = PEERSCALE_DATABASE === ':memory:' ? ':memory:' : resolve(currentDirectory, PEERSCALE_DATABASE);
  return { success: true, value: { database, host: HOST, port } };
}
