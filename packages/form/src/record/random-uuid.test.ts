import { afterEach, expect, test, vi } from 'vitest';
import { randomUuid } from './random-uuid.ts';

afterEach(() => vi.unstubAllGlobals());

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('is a version 4 UUID, on a page without a secure context as well', () => {
  expect(randomUuid()).toMatch(version4);
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
  const made = new Set(Array.from({ length: 200 }, randomUuid));
  expect(made.size).toBe(200);
  for (const uuid of made) expect(uuid).toMatch(version4);
});
