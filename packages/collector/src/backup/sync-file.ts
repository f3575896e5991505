import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns when what was written to a file is on the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Returns when the names in the folder of a file are on the disk, after one was made or renamed. */
export function syncFolderOf(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(dirname(path), 'r');
  } catch {
    // Windows opens no folders, and has no need of this
    return;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
