import {
  type CheckedSettings,
  type Environment,
  readServerSettings,
  type ServerSettings,
} from '@peerscale/collector/server';

export interface Settings extends ServerSettings {
  /** whether anybody may look at the simulated organisation without a password */
  readonly demonstration: boolean;
}

/**
 * The settings of a server (`readServerSettings`), and PEERSCALE_DEMONSTRATION: 1 or 0. By default there is a
 * demonstration where the server speaks to this machine alone, and none as soon as it has a public address.
 */
export function readSettings(environment: Environment, currentDirectory: string): CheckedSettings<Settings> {
  const checked = readServerSettings(environment, currentDirectory);
  const { PEERSCALE_DEMONSTRATION: wanted = '' } = environment;
  const problems = checked.success ? [] : [...checked.problems];
  if (!/^[01]?$/.test(wanted)) {
    problems.push(`PEERSCALE_DEMONSTRATION must be 0 or 1, not ${JSON.stringify(wanted)}.`);
  }
  if (!checked.success || problems.length > 0) return { success: false, problems };
  const { host, origin } = checked.value;
  const own = isLoopback(host) && (origin === undefined || isLoopback(new URL(origin).hostname));
  return { success: true, value: { ...checked.value, demonstration: wanted === '' ? own : wanted === '1' } };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || /^\[?::1\]?$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}
