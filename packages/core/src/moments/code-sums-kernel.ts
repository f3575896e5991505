import { CODE_SUMS_WASM } from './code-sums-wasm.ts';

/** What `wasm/code-sums.wat` exports. */
export interface CodeSumsKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** rows of a block */
  readonly rows: { readonly value: number };
  /** Adds a block that was written to memory; 0 where its codes are too large, else 1. */
  add(columns: number, stride: number, products: number, codes: number, missing: number): number;
}

// the part of WebAssembly used here, as the core is compiled without the types of any host
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

let kernel: CodeSumsKernel | null | undefined;

/**
 * The kernel, compiled when it is first asked for and kept, as compiled code is (sums are not: each call starts from 0).
 *
 * @returns null where the host has no WebAssembly or no SIMD in it, or a page's policy forbids to compile (no
 *   'wasm-unsafe-eval' in its script-src)
 */
export function codeSumsKernel(): CodeSumsKernel | null {
  if (kernel === undefined) kernel = compile((globalThis as { WebAssembly?: unknown }).WebAssembly);
  return kernel;
}

function compile(host: unknown): CodeSumsKernel | null {
  if (host === undefined) return null;
  const { Module, Instance } = host as WebAssemblyHost;
  const bytes = Uint8Array.from(CODE_SUMS_WASM.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  try {
    return new Instance(new Module(bytes)).exports as CodeSumsKernel;
  } catch {
    return null; // whatever the reason: the plain sums are the same, only slower
  }
}
