import { describe, expect, test, vi } from 'vitest';
import { formUnderTest } from './support/form-under-test.ts';
import { renderOnServer } from './support/render-on-server.ts';

describe.each([
  ['19', false],
  ['18', true],
] as const)('React %s', (major, react18) => {
  const site = formUnderTest({ script: 'hydration-page.tsx', react18 });

  test('what a server rendered is taken over without a warning, a draft restored', async () => {
    const complain = vi.spyOn(console, 'error');
    const warn = vi.spyOn(console, 'warn');
    site.host.html = await renderOnServer(react18);
    expect([...complain.mock.calls, ...warn.mock.calls]).toEqual([]);
    expect(site.host.html).toContain('Mohl(a) jsem mluvit do toho, jak bude můj den vypadat.');

    const first = await site.open();
    await first.page.getByRole('radio', { name: 'Často' }).first().check();
    await first.page.getByText('Zodpovězeno 1 z 6').first().waitFor();
    await first.page.close();
    const { page, log } = await site.open();
    await page.getByText('Zodpovězeno 1 z 6').first().waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'Často' }).first().isChecked()).toBe(true);
    expect(await page.evaluate(() => (window as unknown as { reactVersion: string }).reactVersion)).toMatch(
      new RegExp(`^${major}\\.`),
    );
    expect(await page.evaluate(() => window.recoverableErrors)).toEqual([]);
    expect([...first.log.complaints, ...log.complaints]).toEqual([]);
    expect(site.host.reports).toEqual([]);
  });
});
