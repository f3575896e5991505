import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';

// One recipe for every library: ESM, CommonJS and types. The command line is ESM only and gets its executable beside it.
const isCommandLine = existsSync('src/main.ts');

export default defineConfig({
  entry: isCommandLine ? ['src/index.ts', 'src/main.ts'] : ['src/index.ts'],
  format: isCommandLine ? ['esm'] : ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  dts: { entry: 'src/index.ts' },
  sourcemap: true,
  clean: true,
  treeshake: true,
  external: [/^node:/],
});
