import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { auditOf, HOUR, testHospital } from '../access/test/test-hospital.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { cutSlowClients } from './slow-clients.ts';
import { watchCutClients } from './watch-cut-clients.ts';

const head = 'POST /api/SECRET HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n';

/** A server that cuts after 300 milliseconds, and what it says about that. */
async function server() {
  const hospital = await testHospital(':memory:');
  const { access } = hospital;
  const metrics = createMetrics(access.store);
  const log: string[] = [];
  const { server, port, serve } = await listen('127.0.0.1', 0);
  cutSlowClients(server, { headers: 300, request: 300 });
  watchCutClients(server, { access, metrics, log: { complain: (_event, text) => void log.push(text) } });
  serve(async (asked) => {
    if (asked.method === 'POST') await asked.text();
    return new Response('answered');
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const before = (await auditOf(hospital)).length;
  return {
    ...hospital,
    log,
    port,
    lines: async () => (await auditOf(hospital)).slice(before).map(({ action, detail }) => `${action} ${detail}`),
    counted: async () =>
      [...(await metrics.text()).matchAll(/connections_cut_total\{reason="(\w+)"\} (\d+)/g)].map(String),
    /** Says something, and hears what comes until the end. */
    async say(text: string, drip = '') {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      // what is still said while it is cut off meets nobody
      socket.on('error', () => {});
      if (text !== '') socket.write(text);
      const dripping = setInterval(() => drip !== '' && socket.writable && socket.write(drip), 100);
      await new Promise((resolve) => socket.once('close', resolve));
      clearInterval(dripping);
      return heard.split('\r\n')[0];
    },
  };
}

test('slow clients are counted, logged once a minute and written down once an hour, without a word of theirs', async () => {
  const { say, counted, log, lines, pass } = await server();
  const slow = () =>
    Promise.all([say(head, 'X-More: SECRET\r\n'), say(`${head}\r\n{"a":`, ' '), say(`${head}\r\n{"SECRET`)]);
  expect(await slow()).toEqual(Array(3).fill('HTTP/1.1 408 Request Timeout'));
  expect(await counted()).toEqual([expect.stringMatching(/"slow"\} 3/)]);
  expect(log).toEqual(['Cut off connections that were too slow: 1.']);
  expect(await lines()).toEqual(['slow-client-cut {"reason":"slow","status":408}']);
  pass(60_000);
  await slow();
  expect(log).toEqual(['Cut off connections that were too slow: 1.', 'Cut off connections that were too slow: 3.']);
  pass(HOUR);
  await slow();
  expect(await lines()).toEqual([
    'slow-client-cut {"reason":"slow","status":408}',
    'slow-client-cut {"reason":"slow","status":408,"unwritten":5}',
  ]);
}, 60_000);

test('a connection that says nothing is what browsers keep ready: counted, and no more', async () => {
  const { say, counted, log, lines } = await server();
  await say('');
  expect(await counted()).toEqual([expect.stringMatching(/"silent"\} 1/)]);
  expect([log, await lines()]).toEqual([[], []]);
}, 60_000);

test.each<[string, string, string]>([
  ['no HTTP', 'SECRET\r\n\r\n', '400 Bad Request'],
  ['two lengths', `${head}Content-Length: 5\r\n\r\nSECRET`, '400 Bad Request'],
  ['a length and chunks', `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, '400 Bad Request'],
  ['a line break in a header', `${head}X-A: a\nSECRET\r\n\r\n`, '400 Bad Request'],
  ['NUL in a header', `${head}X-A: a\u0000b\r\n\r\n`, '400 Bad Request'],
  ['headers without end', `${head}${'X-A: SECRET\r\n'.repeat(9000)}\r\n`, '431 Request Header Fields Too Large'],
])(
  'what is no HTTP is refused and written down: %s',
  async (_, text, answer) => {
    const { say, counted, log, lines } = await server();
    for (let count = 0; count < 5; count++) expect(await say(text)).toBe(`HTTP/1.1 ${answer}`);
    expect(await counted()).toEqual([expect.stringMatching(/"malformed"\} 5/)]);
    expect(log).toEqual(['Cut off connections that were no HTTP: 1.']);
    const status = Number(answer.slice(0, 3));
    expect(await lines()).toEqual([`input-refused {"reason":"malformed-http","status":${status}}`]);
  },
  60_000,
);

test('a line that breaks off in the middle is nobody’s doing', async () => {
  const { port, counted, log, lines } = await server();
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.write(`${head}\r\n{"a":`, resolve));
  socket.resetAndDestroy();
  await expect.poll(async () => (await counted()).length).toBe(1);
  expect(await counted()).toEqual([expect.stringMatching(/"broken"\} 1/)]);
  expect([log, await lines()]).toEqual([[], []]);
});
