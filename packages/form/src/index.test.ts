import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bundles an entry that re-exports some names; other chunks are loaded on demand. */
async function bundle(names: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names} from './index.ts';`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    outdir: 'out',
  });
  return { bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}

test('what answering one instrument needs, English texts included, is under 8.4 KB gzip', async () => {
  const { bytes } = await bundle(
    '{ messagesOf, loadCatalogues, formatMessage, textDirection, contentOfInstrument, askedItems, formIdOf, newSitting, ' +
      'recodeAnswers, codingOf, buildFormRecord, checkDraft, openAnswerStore, createDelivery }',
  );
  expect(bytes).toBeLessThan(8_600);
});

test('all of it, sittings included, is under 12 KiB, and takes nothing of the core and nothing of others along', async () => {
  const { bytes, inputs } = await bundle('*');
  expect(bytes).toBeLessThan(12_288);
  expect(inputs.filter((path) => /node_modules|core|scores/.test(path))).toEqual([]);
});
