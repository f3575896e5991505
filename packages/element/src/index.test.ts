import { expect, test } from 'vitest';

test('where there is no document, importing and defining do nothing', async () => {
  expect(typeof globalThis.HTMLElement).toBe('undefined');
  const { definePeerscaleSurvey } = await import('./index.ts');
  expect(() => definePeerscaleSurvey('team-survey')).not.toThrow();
});
