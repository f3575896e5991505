import { defineConfig } from 'tsup';
import library from '../../tsup.config.ts';

// A library in both formats, which starts its threads by their files' addresses; beside it those threads, the server
// around the library, which shares its classes, and a program: these in one format, the program's top level waits.
export default defineConfig([
  {
    ...library,
    entry: {
      index: 'src/index.ts',
      server: 'src/server.ts',
      main: 'src/main.ts',
      'writer-thread': 'src/store/writer/writer-thread.ts',
      'results-thread': 'src/results/thread/results-thread.ts',
    },
    format: ['esm'],
    dts: { entry: ['src/index.ts', 'src/server.ts'] },
    clean: ['dist/*.js', 'dist/*.js.map', 'dist/*.d.ts'],
  },
  { ...library, entry: ['src/index.ts'], format: ['cjs'], shims: true, clean: ['dist/*.cjs', 'dist/*.d.cts'] },
]);
