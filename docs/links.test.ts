import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMarkdownRenderer } from 'vitepress';
import { expect, test } from 'vitest';

const docs = fileURLToPath(new URL('.', import.meta.url));
const files = globSync('**/*.md', { cwd: docs, exclude: ['**/node_modules'] });

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => decodeURI(value!));

/** The address of a page on the site. */
const addressOf = (file: string) => new URL(file.replace(/(index)?\.md$/, ''), 'http://docs/').pathname;

// the build of the site looks for the pages; for the headings it does not look
test('every link from page to page leads to a page, and to a heading that it has', async () => {
  const renderer = await createMarkdownRenderer(docs);
  const headings = new Map<string, string[]>();
  const links: { readonly from: string; readonly to: string }[] = [];
  for (const file of files) {
    const text = readFileSync(`${docs}${file}`, 'utf8');
    const html = await renderer.render(text, { path: `${docs}${file}`, relativePath: file, cleanUrls: true });
    headings.set(addressOf(file), attributes(html, 'id'));
    links.push(...attributes(html, 'href').map((to) => ({ from: file, to })));
  }
  const dead = links.filter(({ from, to }) => {
    const { host, pathname, hash } = new URL(to, new URL(addressOf(from), 'http://docs/'));
    if (host !== 'docs') return false;
    const there = headings.get(pathname);
    return there === undefined || (hash !== '' && !there.includes(decodeURIComponent(hash.slice(1))));
  });
  expect(links.length).toBeGreaterThan(files.length);
  expect(dead).toEqual([]);
});
