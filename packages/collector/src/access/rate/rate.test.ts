import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createBuckets, MOST_KEYS } from './bucket.ts';
import { clientAddress } from './client-address.ts';
import { createGrowingDelay } from './growing-delay.ts';
import { createSignInGuard } from './sign-in-guard.ts';

function clock() {
  let time = 1_000_000;
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('buckets', () => {
  test('so many in one go, then as many as come back', () => {
    const { now, pass } = clock();
    const buckets = createBuckets({ size: 3, perSecond: 0.5, now });
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 2000]);
    expect(buckets.take('b')).toBe(0);
    pass(1500);
    expect(buckets.take('a')).toBe(500);
    pass(500);
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a')).toBe(2000);
    buckets.giveBack('a');
    expect(buckets.take('a')).toBe(0);
    pass(3_600_000);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 2000]);
  });

  test('whatever the times of asking, no more get through than the size and what has come back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 200 }), (steps) => {
        const { now, pass } = clock();
        const buckets = createBuckets({ size: 5, perSecond: 1, now });
        let passed = 0;
        let through = 0;
        for (const step of steps) {
          pass(step);
          passed += Math.max(0, step);
          if (buckets.take('a') === 0) through++;
        }
        expect(through).toBeLessThanOrEqual(5 + passed / 1000);
      }),
    );
  });

  test('the memory of keys is bounded', () => {
    const { now } = clock();
    const buckets = createBuckets({ size: 1, perSecond: 0.001, now });
    for (let key = 0; key < MOST_KEYS; key++) buckets.take(`${key}`);
    expect(buckets.take('1')).toBeGreaterThan(0);
    buckets.take('one more');
    expect(buckets.take('1')).toBeGreaterThan(0);
    expect(buckets.take('0')).toBe(0);
  });
});

describe('growing delay', () => {
  test('five are free, then the wait doubles up to a quarter of an hour, and success forgets', () => {
    const { now, pass } = clock();
    const delay = createGrowingDelay(now);
    const waits: number[] = [];
    for (let count = 0; count < 18; count++) {
      const wait = delay.wait('a');
      waits.push(wait / 1000);
      pass(wait);
      expect(delay.wait('a')).toBe(0);
      delay.begin('a');
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    expect(delay.wait('b')).toBe(0);
    delay.succeed('a');
    expect(delay.wait('a')).toBe(0);
  });

  test('a day without a try forgets; a clock set back neither frees nor locks', () => {
    const { now, pass } = clock();
    const delay = createGrowingDelay(now);
    for (let count = 0; count < 8; count++) delay.begin('a');
    pass(-1e9);
    expect(delay.wait('a')).toBe(8000);
    pass(1e9 + 24 * 3_600_000);
    expect(delay.wait('a')).toBe(0);
    delay.begin('a');
    expect(delay.wait('a')).toBe(0);
  });
});

describe('sign-in guard', () => {
  const email = 'hana@ward3.example';
  const attempt = { email, address: '192.0.2.1', knownDevice: undefined };

  test('a burst at one account from one address is slowed down though no try has ended', () => {
    const { now } = clock();
    const guard = createSignInGuard(now);
    const admitted = Array.from({ length: 100 }, () => guard.begin(attempt)).filter((one) => one.admitted);
    expect(admitted).toHaveLength(5);
    expect(guard.begin(attempt)).toEqual({ admitted: false, retryAfter: 1 });
  });

  test('guessing from elsewhere does not lock the owner out', () => {
    const { now } = clock();
    const guard = createSignInGuard(now);
    // the attacker has a thousand addresses and uses up what the account has
    let refused = 0;
    for (let from = 0; from < 1000; from++) {
      if (!guard.begin({ ...attempt, address: `198.51.100.${from}` }).admitted) refused++;
    }
    expect(refused).toBe(900);
    expect(guard.begin({ ...attempt, address: '203.0.113.7' })).toMatchObject({ admitted: false, retryAfter: 36 });
    expect(guard.begin({ ...attempt, address: '203.0.113.7', knownDevice: 'd1' }).admitted).toBe(true);
  });

  test('a known device is slowed down for what it tries itself, and its success frees only itself', () => {
    const { now, pass } = clock();
    const guard = createSignInGuard(now);
    for (let count = 0; count < 6; count++) guard.begin(attempt);
    const device = { ...attempt, knownDevice: 'd1' };
    for (let count = 0; count < 5; count++) expect(guard.begin(device).admitted).toBe(true);
    expect(guard.begin(device)).toEqual({ admitted: false, retryAfter: 1 });
    pass(1000);
    const last = guard.begin(device);
    if (last.admitted) last.succeed();
    expect(guard.begin(device).admitted).toBe(true);
    pass(-1000);
    expect(guard.begin(attempt).admitted).toBe(false);
  });

  test('one address that tries many accounts is stopped; those who sign in behind it are not', () => {
    const { now, pass } = clock();
    const guard = createSignInGuard(now);
    for (let person = 0; person < 500; person++) {
      const one = guard.begin({ ...attempt, email: `p${person}@ward3.example` });
      expect(one.admitted).toBe(true);
      if (one.admitted) one.succeed();
    }
    const sprayed = Array.from({ length: 60 }, (_, n) => guard.begin({ ...attempt, email: `x${n}@ward3.example` }));
    expect(sprayed.filter((one) => one.admitted)).toHaveLength(50);
    expect(sprayed[59]).toEqual({ admitted: false, retryAfter: 6 });
    pass(6000);
    expect(guard.begin({ ...attempt, email: 'y@ward3.example' }).admitted).toBe(true);
  });
});

describe('client address', () => {
  const seen = async (proxies: number, remoteAddress: string | undefined, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c, proxies)));
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
  };

  test.each([
    [0, '192.0.2.1', undefined, '192.0.2.1'],
    [0, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    [0, '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    [0, '2001:db8:1:2::9', undefined, '2001:db8:1:2::/64'],
    [0, '2001:0db8::1', undefined, '2001:db8:0:0::/64'],
    [0, '::1', undefined, '0:0:0:0::/64'],
    [0, 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
    [0, undefined, undefined, 'unknown'],
    // a client can write what it likes into a header that no proxy wrote
    [0, '192.0.2.1', '203.0.113.7', '192.0.2.1'],
    [1, '10.0.0.1', '203.0.113.7', '203.0.113.7'],
    [1, '10.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    [2, '10.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    [1, '10.0.0.1', undefined, 'unknown'],
    [1, '10.0.0.1', 'nonsense"\\', 'unknown'],
  ])('behind %i proxies, from %s with X-Forwarded-For %s: %s', async (proxies, remote, forwarded, expected) => {
    expect(await seen(proxies, remote, forwarded)).toBe(expected);
  });
});
