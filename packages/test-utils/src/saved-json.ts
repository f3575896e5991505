import type { Page } from 'playwright-core';

/** What is in the JSON file that a page saves when this is done. */
export async function savedJson(page: Page, save: () => Promise<unknown>): Promise<{ name: string; value: unknown }> {
  const [download] = await Promise.all([page.waitForEvent('download'), save()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
}
