import { defineConfig } from 'tsup';
import library from '../../tsup.config.ts';

// Three doors: what answering needs, all interface languages at once, and scores (which bring the core along).
const entry = { index: 'src/index.ts', messages: 'src/messages/index.ts', scores: 'src/scores/index.ts' };

export default defineConfig({
  ...library,
  entry,
  dts: { entry },
  splitting: true,
  // Arabic and Ukrainian as they are: escapes are three times as long
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
});
