import { writeFileSync } from 'node:fs';

/** Writes columns of codes one after the other, 16 bits each, as R's `readBin(file, "integer", n * k, size = 2)` reads. */
export function writeColumns(file: string, columns: readonly Int16Array[]): void {
  writeFileSync(file, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
}
