import { spawnSync } from 'node:child_process';

/** What is wrong with the Caddyfile, as far as it shows without Caddy. @param port where the server listens */
export function checkCaddyfile(text: string, port: string): readonly string[] {
  const problems: string[] = [];
  const lines = text
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  let depth = 0;
  for (const line of lines) {
    if (line === '}') depth--;
    else if (line.endsWith('{')) depth++;
    if (depth < 0) break;
  }
  if (depth !== 0) problems.push('A brace has no other one.');
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  if (has(/^log\b/)) problems.push('An access log would hold who asked for what at which second.');
  if (!has(new RegExp(`^reverse_proxy 127\\.0\\.0\\.1:${port} \\{$`)))
    problems.push(`It does not hand on to port ${port}.`);
  if (!has(/^header_up X-Forwarded-For \{remote_host\}$/)) {
    problems.push('What a client writes into X-Forwarded-For is handed on.');
  }
  if (!has(/^@\w+ path .*\/metrics\b/)) problems.push('/metrics is shown outside.');
  if (!has(/^max_size \d+[KM]B$/)) problems.push('Bodies have no limit.');
  if (!has(/^lb_try_duration \d+s$/)) problems.push('While the server restarts, requests fail instead of waiting.');
  // there is no other server to go to: a check only delays the return of the one
  if (has(/^health_uri\b/)) problems.push('After a restart everybody is refused until it asks the server again.');
  return problems;
}

/** What `caddy validate` says. @returns undefined where it is not installed */
export function validateCaddyfile(path: string): readonly string[] | undefined {
  if (spawnSync('caddy', ['version']).status !== 0) return undefined;
  const { status, stderr } = spawnSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', path], {
    encoding: 'utf8',
  });
  return status === 0 ? [] : stderr.trim().split('\n');
}
