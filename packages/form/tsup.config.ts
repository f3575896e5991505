import { defineConfig } from 'tsup';
import library from '../../tsup.config.ts';

// By need: everything; what one instrument needs to be answered; keeping on the device; delivery; what a plan has besides
// instruments; all interface languages at once; scores (which bring the core along).
const entry = {
  index: 'src/index.ts',
  answering: 'src/answering.ts',
  keeping: 'src/keeping.ts',
  delivery: 'src/delivery/index.ts',
  parts: 'src/parts.ts',
  messages: 'src/messages/index.ts',
  scores: 'src/scores/index.ts',
};

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
