import { expect, test } from 'vitest';
import { formUnderTest } from './support/form-under-test.ts';
import { passesEverywhere } from './support/passes-everywhere.ts';
import { openScreen, SCREENS } from './support/screens.ts';

const site = formUnderTest({ production: true, clears: true });

test.each(SCREENS)('$name: nothing axe objects to, in every width and colour, with large type', async (screen) => {
  const kept = await site.clear();
  const page = screen.before === undefined ? kept : await site.context.newPage();
  await openScreen(page, site.host, screen);
  await passesEverywhere(page, screen.name);
});

test('written from right to left nothing sticks out either', async () => {
  for (const name of ['wrong-entries', 'refused']) {
    const page = await site.clear();
    await openScreen(page, site.host, SCREENS.find((screen) => screen.name === name)!, 'arabic');
    expect(await page.locator('.peerscale-form').getAttribute('dir')).toBe('rtl');
    await passesEverywhere(page, `${name} in Arabic`);
  }
});
