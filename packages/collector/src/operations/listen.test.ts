import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from './listen.ts';

test('an address that is not of this machine is said of HOST', async () => {
  // of a block that is for documentation alone
  await expect(listen('192.0.2.1', 0)).rejects.toThrow(
    'HOST: 192.0.2.1 is no address of this machine (EADDRNOTAVAIL).',
  );
});

test('a port that is taken is said as it is, or the next free one is found', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as { readonly port: number };
  await expect(listen('127.0.0.1', port, 0)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  const found = await listen('127.0.0.1', port);
  onTestFinished(() => void found.server.close());
  expect(found.port).toBeGreaterThan(port);
  expect(found.port).toBeLessThanOrEqual(port + 20);
});
