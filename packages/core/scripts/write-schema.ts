/** Writes instruments/schema/*.json. Run by `npm run schema`; a test fails where the files are behind the schemas. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schemas.ts';

const folder = new URL('../../../instruments/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(file, folder), text);
  console.log(`instruments/schema/${file}`);
}
