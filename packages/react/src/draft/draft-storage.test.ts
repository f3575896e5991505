import { afterEach, expect, test, vi } from 'vitest';
import { canKeepDrafts, loadDraftText, removeDraftText, saveDraftText } from './draft-storage.ts';

afterEach(() => vi.unstubAllGlobals());

function stubStorage(overrides: Partial<Storage> = {}) {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    ...overrides,
  });
  return kept;
}

test('keeps under a name of its own', () => {
  const kept = stubStorage();
  expect(canKeepDrafts()).toBe(true);
  expect(kept.size).toBe(0);
  expect(saveDraftText('spring', 'text')).toBe(true);
  expect([...kept]).toEqual([['peerscale:draft:spring', 'text']]);
  expect(loadDraftText('spring')).toBe('text');
  expect(loadDraftText('autumn')).toBeNull();
  removeDraftText('spring');
  expect(kept.size).toBe(0);
});

test('a full storage keeps nothing and says so', () => {
  stubStorage({
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(canKeepDrafts()).toBe(false);
  expect(saveDraftText('spring', 'text')).toBe(false);
});

test('a denied storage, where already looking at it throws, breaks nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(canKeepDrafts()).toBe(false);
  expect(saveDraftText('spring', 'text')).toBe(false);
  expect(loadDraftText('spring')).toBeNull();
  expect(() => removeDraftText('spring')).not.toThrow();
});
