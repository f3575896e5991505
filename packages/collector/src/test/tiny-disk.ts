import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export interface TinyDisk {
  readonly folder: string;
  /** Takes all room but so many bytes. */
  fill(left: number): void;
  /** Gives it back. */
  empty(): void;
  /** what is left, in bytes */
  room(): number;
  remove(): void;
}

/** A file system in memory, of so many bytes: Linux gives one to whoever may mount. Else why not, in a text. */
export function mountTinyDisk(bytes: number): TinyDisk | string {
  if (process.platform !== 'linux') return `${process.platform} has no tmpfs`;
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder];
  const { status, stderr, error } = spawnSync('mount', options, { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `nothing can be mounted here: ${(error?.message ?? stderr).trim().split('\n')[0]}`;
  }
  const filler = join(folder, 'filler');
  const room = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    room,
    fill: (left) => writeFileSync(filler, Buffer.alloc(Math.max(0, room() - left))),
    empty: () => rmSync(filler),
    remove() {
      // also where a test that failed has a file open
      const { status: gone } = spawnSync('umount', ['--lazy', folder]);
      if (gone === 0) rmSync(folder, { recursive: true });
    },
  };
}
