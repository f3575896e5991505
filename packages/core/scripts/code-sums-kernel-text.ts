import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const source = fileURLToPath(new URL('../wasm/code-sums.wat', import.meta.url));

/** The text of `src/moments/code-sums-wasm.ts`: `wasm/code-sums.wat` assembled. */
export async function codeSumsKernelText(): Promise<string> {
  const wabt = await loadWabt();
  const module = wabt.parseWat('code-sums.wat', readFileSync(source, 'utf8'), { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return `/** \`wasm/code-sums.wat\` assembled by \`scripts/write-code-sums-kernel.ts\`: ${buffer.length} bytes, in hexadecimal. */
export const CODE_SUMS_WASM =
  '${Buffer.from(buffer).toString('hex')}';
`;
}
