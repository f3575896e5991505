import { writeFileSync } from 'node:fs';
import { composeStyles } from './compose-styles.ts';

writeFileSync(new URL('../dist/styles.css', import.meta.url), composeStyles());
