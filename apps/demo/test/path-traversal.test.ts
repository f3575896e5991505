import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type DemoServer, serverFile, startDemoServer } from './helpers/demo-server.ts';
import { rawRequest } from './helpers/raw-request.ts';

const clientFolder = join(dirname(serverFile), '../client');

/** How one step up is written. The second of a pair is what a server has to do to be led by it. */
const STEPS = {
  '../': 'join',
  '..%2f': 'decode',
  '%2e%2e/': 'decode',
  '%2e%2e%2f': 'decode',
  '.%2e/': 'decode',
  '%252e%252e%252f': 'decode twice',
  '..%252f': 'decode twice',
  '..\\': 'take backslashes',
  '..%5c': 'take backslashes',
  '%2e%2e%5c': 'take backslashes',
  '%252e%252e%255c': 'take backslashes',
  '..%00/': 'cut at NUL',
  '..%c0%af': 'take overlong bytes',
  '%c0%ae%c0%ae/': 'take overlong bytes',
  '....//': 'remove once',
  '..;/': 'remove parameters',
} as const;

/** Every place where files are, or where a part of the address is a name. */
const PLACES = ['/', '/assets/', '/peerscale/', '/playground/', '/surveys/', '/s/', '/api/', '/api/studies/'];

/** Files outside, by how many steps they are above the client's folder, and what they are recognised by. */
const OUTSIDE = [
  { up: 1, file: 'server/main.js', sign: 'untilSignal' },
  { up: 2, file: 'package.json', sign: '"dependencies"' },
  { up: 20, file: 'etc/passwd', sign: 'root:' },
] as const;

const addresses = PLACES.flatMap((place) =>
  Object.keys(STEPS).flatMap((step) =>
    OUTSIDE.flatMap(({ up, file }) => {
      const inside = place.split('/').length - 2;
      const address = `${place}${step.repeat(up + inside)}${file}`;
      return [address, `${address}%00.js`];
    }),
  ),
);
const absolute = [
  '/etc/passwd',
  '//etc/passwd',
  '/assets//etc/passwd',
  '/assets/%2fetc%2fpasswd',
  '/assets/%2Fetc/passwd',
  'file:///etc/passwd',
  'http://localhost/../../../../../../../../etc/passwd',
  '/assets/C:%5Cwindows%5Cwin.ini',
  '\\..\\..\\package.json',
  '/assets/\u0000../../package.json',
  '/assets/..',
  '/assets/../../',
  '/assets/．．/．．/package.json',
  '/assets/%uff0e%uff0e/package.json',
];

/** The addresses that bring something from outside, or are answered with anything but a refusal. */
async function leaks(origin: string, asked: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...asked];
  const ask = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const { status, text } = await rawRequest(origin, address);
      const sign = OUTSIDE.find((one) => text.includes(one.sign))?.file;
      if (sign !== undefined) found.push(`${address} has ${sign}`);
      else if (![400, 401, 404, 405, 429].includes(status)) found.push(`${address} is ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  return found.sort();
}

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server?.dispose());

test('no address leads out of the folder of the client, however it is written, and one line in the log says so', async () => {
  for (const { up, file, sign } of OUTSIDE) {
    // what is looked for is there, and has the sign
    expect(readFileSync(join(clientFolder, ...Array<string>(up).fill('..'), file), 'utf8')).toContain(sign);
  }
  expect(
    await leaks(server.origin, [...addresses, ...absolute.filter((one) => !/^\/assets\/\.\.(?:\/\.\.\/)?$/.test(one))]),
  ).toEqual([]);
  // above the top there is the top: the page, and no list of files
  for (const address of ['/assets/..', '/assets/../../']) {
    const { status, text } = await rawRequest(server.origin, address);
    expect([address, status, text.includes('<div id="root">')]).toEqual([address, 200, true]);
  }
  expect((await rawRequest(server.origin, '/favicon.svg')).status).toBe(200);
  expect(await server.stop()).toBe(0);
  const file = new DatabaseSync(server.database, { readOnly: true });
  onTestFinished(() => file.close());
  const lines = file.prepare("select action, subject, detail from audit where detail like '%path-traversal%'").all();
  expect(lines).toEqual([{ action: 'input-refused', subject: 'address', detail: '{"reason":"path-traversal"}' }]);
});

/** What careless servers do with an address before they join it to a folder. */
const CARELESS: Readonly<Record<(typeof STEPS)[keyof typeof STEPS], (address: string) => string>> = {
  join: (address) => address,
  decode: (address) => decodeURIComponent(address),
  'decode twice': (address) => decodeURIComponent(decodeURIComponent(address)),
  'take backslashes': (address) => decodeURIComponent(decodeURIComponent(address)).replaceAll('\\', '/'),
  'cut at NUL': (address) => decodeURIComponent(address).replaceAll('\0', ''),
  'take overlong bytes': (address) => address.replaceAll('%c0%af', '/').replaceAll('%c0%ae', '.'),
  'remove once': (address) => address.replaceAll('../', ''),
  'remove parameters': (address) => address.replaceAll(';', ''),
};

test.each(Object.keys(CARELESS) as (keyof typeof CARELESS)[])(
  'these addresses do find a server that is led by them: %s',
  async (flaw) => {
    const careless = createServer((request, response) => {
      try {
        const path = join(clientFolder, CARELESS[flaw](request.url!));
        if (statSync(path).isFile()) return void response.end(readFileSync(path));
      } catch {}
      response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void careless.close());
    await once(careless, 'listening');
    const { port } = careless.address() as AddressInfo;
    const steps = Object.entries(STEPS).filter(([, by]) => by === flaw);
    const found = await leaks(`http://127.0.0.1:${port}`, addresses);
    for (const [step] of steps) {
      for (const { file } of OUTSIDE) {
        expect(
          found.some((one) => one.includes(step) && one.endsWith(`has ${file}`)),
          `${step} to ${file}`,
        ).toBe(true);
      }
    }
  },
);
