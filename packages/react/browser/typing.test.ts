import { expect, test } from 'vitest';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ script: 'typing-page.tsx' });

test('a parent that draws itself every 40 ms takes no character out of a text question of SurveyJS', async () => {
  const { page } = await site.open();
  const text = 'every single character of this sentence';
  await page.locator('input').pressSequentially(text, { delay: 25 });
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('output').textContent()).toBe(JSON.stringify({ typed: text }));
});
