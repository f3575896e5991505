import { closeSync, openSync } from 'node:fs';

/** Makes an empty file that only this user may read, where there is none; SQLite gives its logs the same rights. */
export function createForOwner(path: string): void {
  // opened to append, which changes nothing in a file that is there
  closeSync(openSync(path, 'a', 0o600));
}
