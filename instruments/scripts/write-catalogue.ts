/** Writes src/catalogue.ts. Run by `npm run catalogue`; a test fails where the file is behind the folders. */
import { writeFileSync } from 'node:fs';
import { catalogueSource } from './catalogue-source.ts';

writeFileSync(new URL('../src/catalogue.ts', import.meta.url), catalogueSource());
process.stdout.write('instruments/src/catalogue.ts\n');
