import { bytesOf } from './bytes-of.ts';

/** Bytes of an SPSS file as they are written, in little-endian order. */
export class SavBytes {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  /** @param guess about how many there will be */
  constructor(guess: number) {
    this.#bytes = new Uint8Array(guess);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Whole numbers of four bytes. */
  integers(...values: number[]): void {
    for (const value of values) {
      this.#view.setInt32(this.#make(4), value, true);
    }
  }

  /** A floating-point number of eight bytes. */
  number(value: number): void {
    this.#view.setFloat64(this.#make(8), value, true);
  }

  bytes(values: Uint8Array): void {
    this.#bytes.set(values, this.#make(values.length));
  }

  /** Text of a fixed width, filled with blanks. */
  text(value: string, width: number): void {
    const values = bytesOf(value);
    if (values.length > width) throw new RangeError(`Unexpected length of a text: ${values.length} of ${width} bytes.`);
    const start = this.#make(width);
    this.#bytes.fill(0x20, start, start + width);
    this.#bytes.set(values, start);
  }

  zeros(count: number): void {
    this.#make(count);
  }

  spaces(count: number): void {
    const start = this.#make(count);
    this.#bytes.fill(0x20, start, start + count);
  }

  whole(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Room for so many more. @returns where it begins */
  #make(count: number): number {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return start;
  }
}
