import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeSumsKernelText } from './code-sums-kernel-text.ts';

writeFileSync(fileURLToPath(new URL('../src/moments/code-sums-wasm.ts', import.meta.url)), await codeSumsKernelText());
