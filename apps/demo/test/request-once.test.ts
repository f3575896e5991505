import { afterEach, expect, test, vi } from 'vitest';
import { makeLink, makeTokens, sendLetters } from '../src/client/api/invitations.ts';
import { createStudy, fetchStudy } from '../src/client/api/studies.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const UUID = /^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/;
const letters = { team: 'red', group: 'staff', locale: 'en', addresses: ['eve@ward3.example'] };
const done = { study: {}, link: {}, url: '', qr: '', sent: 1, failed: [], unsure: [] };

/** A server whose answers to the first so many requests are lost on the way. */
function serverThatLoses(lost: number) {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('Idempotency-Key'));
    if (keys.length <= lost) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(Response.json(done));
  });
  return keys;
}

test.each<[string, () => Promise<unknown>]>([
  ['a study', () => createStudy({ title: { en: 'Tea' }, locales: ['en'] })],
  ['a link', () => makeLink('tea', 'w', { team: null, group: null })],
  ['single-use links', () => makeTokens('tea', 'w', [{ team: 'red', group: 'staff', count: 3 }])],
  ['letters', () => sendLetters('tea', 'w', letters)],
])(
  '%s is asked for once more with the same key where the answer was lost, and with another the next time',
  async (_, ask) => {
    const keys = serverThatLoses(1);
    await ask();
    await ask();
    expect(keys).toEqual([expect.stringMatching(UUID), keys[0], expect.stringMatching(UUID)]);
    expect(keys[2]).not.toBe(keys[0]);
  },
);

test('a server that cannot be reached is tried twice and no more; what may be repeated anyway is tried once, without a key', async () => {
  const keys = serverThatLoses(9);
  await expect(sendLetters('tea', 'w', letters)).rejects.toThrow('cannot be reached');
  expect(keys).toHaveLength(2);
  await expect(fetchStudy('tea', new AbortController().signal)).rejects.toThrow('cannot be reached');
  expect(keys).toEqual([keys[0], keys[0], null]);
});

const problem = (code: string, headers: Record<string, string> = {}) =>
  Response.json({ type: `urn:peerscale:problem:${code}`, title: code }, { status: 409, headers });

/** A server that loses its first answer, and then gives these one after another, the last one for ever. */
function serverThatAnswers(...answers: readonly (() => Response)[]) {
  const times: number[] = [];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => {
    times.push(performance.now());
    if (times.length === 1) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(answers[Math.min(times.length - 2, answers.length - 1)]!());
  });
  return { intervals: () => times.slice(1).map((time, at) => time - times[at]!) };
}

const underWay = () => problem('idempotency-unfinished', { 'Retry-After': '5' });

test('what is under way is asked about when the server says, until it is done', async () => {
  const { intervals } = serverThatAnswers(underWay, underWay, () => Response.json(done));
  const sent = sendLetters('tea', 'w', letters);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await sent).toMatchObject({ sent: 1 });
  expect(intervals()).toEqual([0, 5000, 5000]);
});

test.each([
  ['under way for longer than anybody waits', 'idempotency-unfinished', underWay, 121],
  ['not known to have been done', 'idempotency-unknown', () => problem('idempotency-unknown'), 1],
])('what is %s is told as a problem', async (_, code, answer, times) => {
  const { intervals } = serverThatAnswers(answer);
  const refused = expect(sendLetters('tea', 'w', letters)).rejects.toMatchObject({ status: 409, code });
  await vi.advanceTimersByTimeAsync(700_000);
  await refused;
  expect(intervals().length).toBeGreaterThanOrEqual(times);
  expect(intervals().length).toBeLessThanOrEqual(times + 1);
});
