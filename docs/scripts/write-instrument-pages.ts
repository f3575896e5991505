/** Writes docs/instruments/ from the definitions. Run by `npm run instrument-docs`; a test fails where a page is behind. */
import { writeFileSync } from 'node:fs';
import { instrumentPages } from './instrument-pages.ts';

const folder = new URL('../instruments/', import.meta.url);
const pages = instrumentPages();
for (const [file, text] of Object.entries(pages)) writeFileSync(new URL(file, folder), text);
process.stdout.write(`docs/instruments: ${Object.keys(pages).length} pages\n`);
