import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Entry, type Group, nav, sidebar } from './.vitepress/navigation.ts';

const docs = fileURLToPath(new URL('.', import.meta.url));
const pages = globSync('**/*.md', { cwd: docs, exclude: ['**/node_modules'] }).map(
  (file) => `/${file.replaceAll('\\', '/').replace(/(index)?\.md$/, '')}`,
);

const linksOf = (entries: readonly (Entry | Group)[]): string[] =>
  entries.flatMap((entry) => ('link' in entry ? [entry.link] : linksOf(entry.items)));

test('every page stands in the navigation once, and there is nothing else in it', () => {
  expect(linksOf(sidebar).sort()).toEqual(pages.filter((page) => page !== '/').sort());
});

test('the bar at the top leads to pages', () => {
  expect(pages).toEqual(expect.arrayContaining(linksOf(nav)));
});
