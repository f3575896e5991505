import { MISSING_REASONS } from '@peerscale/core';

const SKIPPED = 1 + MISSING_REASONS.indexOf('skipped');

/** The codes of one item as they come: three bytes a row, doubled when full. */
export class GrowableColumn {
  #codes = new Int16Array(1024);
  #missing = new Uint8Array(1024);
  #length = 0;

  push(code: number): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length++] = code;
  }

  /** A row without an answer: `skipped`, whatever the reason may have been. */
  pushMissing(): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#missing[this.#length++] = SKIPPED;
  }

  /** What was pushed, without copying; `missing` is 0 where there is a code. */
  view(): { codes: Int16Array; missing: Uint8Array } {
    return { codes: this.#codes.subarray(0, this.#length), missing: this.#missing.subarray(0, this.#length) };
  }

  #grow(): void {
    const codes = new Int16Array(2 * this.#codes.length);
    const missing = new Uint8Array(2 * this.#missing.length);
    codes.set(this.#codes);
    missing.set(this.#missing);
    this.#codes = codes;
    this.#missing = missing;
  }
}
