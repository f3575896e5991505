import { MISSING_REASONS, type MissingReason } from '@peerscale/core';

/** The codes of one item as they come: three bytes a row, doubled when full. */
export class GrowableColumn {
  #codes = new Int16Array(1024);
  #missing = new Uint8Array(1024);
  #length = 0;

  push(code: number): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length++] = code;
  }

  /** A row without an answer. */
  pushMissing(reason: MissingReason): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#missing[this.#length++] = 1 + MISSING_REASONS.indexOf(reason);
  }

  /** What was pushed, without copying; `missing` is 0 where there is a code. */
  view(): { codes: Int16Array; missing: Uint8Array } {
    return { codes: this.#codes.subarray(0, this.#length), missing: this.#missing.subarray(0, this.#length) };
  }

  /** Starts anew with no rows, in the same memory. */
  clear(): void {
    this.#missing.fill(0, 0, this.#length);
    this.#length = 0;
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
