import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Unit tests read the sources, so that a failing test points into the file one edits. What is built is tested by the
// `browser` project and by the command-line tests that start the built program.
const alias = {
  '@peerscale/core': source('packages/core/src/index.ts'),
  '@peerscale/instruments': source('instruments/src/index.ts'),
  '@peerscale/form/answering': source('packages/form/src/answering.ts'),
  '@peerscale/form/keeping': source('packages/form/src/keeping.ts'),
  '@peerscale/form/delivery': source('packages/form/src/delivery/index.ts'),
  '@peerscale/form/parts': source('packages/form/src/parts.ts'),
  '@peerscale/form/messages': source('packages/form/src/messages/index.ts'),
  '@peerscale/form/scores': source('packages/form/src/scores/index.ts'),
  '@peerscale/form': source('packages/form/src/index.ts'),
  '@peerscale/element': source('packages/element/src/index.ts'),
  '@peerscale/react': source('packages/react/src/index.ts'),
  '@peerscale/collector/server': source('packages/collector/src/server.ts'),
  '@peerscale/collector': source('packages/collector/src/index.ts'),
  '@peerscale/sql': source('packages/sql/src/index.ts'),
};

// What Node has compiled of the sources, of packages and of the built programs, kept for the next process and the next thread
// that loads it: a store starts a thread, and most tests of the collector open a store.
process.env.NODE_COMPILE_CACHE ??= source('node_modules/.cache/compiled');

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          setupFiles: ['./scripts/property-tests.ts'],
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'instruments/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'docs/*.test.ts',
            'docs/{methods,scripts}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          maxWorkers: 2,
          // Files follow one another in a process, which loads what they share once: each takes back what it changed of it
          // (`vi.useRealTimers`, `vi.unstubAllGlobals`).
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles: ['./scripts/property-tests.ts'],
          include: ['apps/demo/test/**/*.test.ts', 'packages/*/browser/**/*.test.ts', 'docs/embed/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 10_000 } },
          // a page waits more than it works; every file has a browser, a port and folders of its own
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // by hand: `npm run firefox`
        test: {
          name: 'firefox',
          include: ['packages/*/firefox/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
