import { defineConfig } from 'tsup';
import library from '../../tsup.config.ts';

// A library in both formats, and a program beside it in one: its top level waits.
export default defineConfig([
  { ...library, entry: ['src/index.ts'], format: ['esm', 'cjs'], clean: ['dist/index.*'] },
  { ...library, entry: ['src/main.ts'], format: ['esm'], dts: false, clean: ['dist/main.*'] },
]);
