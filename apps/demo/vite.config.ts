import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = join(root, 'dist/client');

/** Copies the files of the element that pages load by their address, as any host of it serves them. */
function elementFiles(): Plugin {
  return {
    name: 'element-files',
    apply: 'build',
    writeBundle() {
      const from = dirname(fileURLToPath(import.meta.resolve('@peerscale/element/peerscale-survey.js')));
      const to = join(outDir, 'peerscale');
      mkdirSync(to, { recursive: true });
      for (const name of readdirSync(from)) {
        // the bundler's entry and the types are for programs, not for pages
        if (/\.(?:js|css|html)$/.test(name) && name !== 'index.js') copyFileSync(join(from, name), join(to, name));
      }
    },
  };
}

/** Writes `.br` and `.gz` beside every text file of the build, so that the server compresses nothing while it serves. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:js|css|html|svg)$/.test(name)) continue;
        const content = readFileSync(join(outDir, name));
        if (content.length < 1024) continue;
        writeFileSync(join(outDir, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(outDir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), elementFiles(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    // which page loads which scripts, for scripts/check-size.ts
    manifest: true,
    rolldownOptions: { input: [join(root, 'index.html'), join(root, 'playground/preview.html')] },
    // nothing may become a data: address, which the Content-Security-Policy allows for images only
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // SurveyJS alone is 1.6 MB before compression; it has a chunk of its own that only the form page loads
    chunkSizeWarningLimit: 2000,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/peerscale', '/surveys'].map((path) => [path, 'http://127.0.0.1:4173'])),
  },
});
