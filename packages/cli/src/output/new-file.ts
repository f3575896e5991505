import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OnInterrupt } from '../context.ts';
import { badInput, CommandFailure, failedRun } from '../failure.ts';
import { fileLabel, safeText } from '../print/safe-text.ts';

const exists = (file: string): CommandFailure =>
  badInput(`${fileLabel(file)}: is there already and was left alone; --force replaces it`);

function writeFailure(error: unknown, file: string): CommandFailure {
  if (error instanceof CommandFailure) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const name = fileLabel(file);
  if (code === 'ENOENT' || code === 'ENOTDIR') return badInput(`${name}: there is no such folder to write into`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return badInput(`${name}: may not be written`);
  if (code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return badInput(`${name}: is no name of a file`);
  return failedRun(`${name}: cannot be written: ${safeText(String(message), 200)}`);
}

/**
 * Checks, before any work is done, that a file may be written: it is not there (or `force`), no folder, and not the input.
 *
 * @throws CommandFailure
 */
export async function checkNewFile(file: string, input: string, cwd: string, force: boolean): Promise<void> {
  if (file === '' || file === '-') throw badInput('--out: name a file');
  const statOf = (name: string) => stat(resolve(cwd, name)).catch(() => undefined);
  try {
    const there = await statOf(file);
    if (there === undefined) return;
    if (there.isDirectory()) throw badInput(`${fileLabel(file)}: is a folder, not a file`);
    const source = input === '-' ? undefined : await statOf(input);
    if (source !== undefined && source.ino === there.ino && source.dev === there.dev) {
      throw badInput(`${fileLabel(file)}: is the file the answers are read from`);
    }
    if (!force) throw exists(file);
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** Gives the finished file its name. Without `force` by a link, which fails where somebody made the file meanwhile. */
async function settle(temporary: string, target: string, file: string, force: boolean): Promise<void> {
  if (force) {
    await rename(temporary, target);
    return;
  }
  try {
    await link(temporary, target);
  } catch {
    // somebody made the file meanwhile; or the file system (FAT, some network shares) has no links
    if ((await stat(target).catch(() => undefined)) !== undefined) throw exists(file);
    await rename(temporary, target);
  }
}

/** A file in the making: it gets its name when it is whole. */
export interface NewFile {
  write(piece: string | Uint8Array): Promise<void>;
  /** Gives it its name. @throws CommandFailure where that is not possible; nothing is left behind then */
  settle(): Promise<void>;
  /** Leaves nothing behind; does nothing after `settle`. */
  discard(): Promise<void>;
}

/**
 * Begins a file that is written whole or not at all: under another name beside its place first, then renamed. Never
 * replaces a file unless `force` says so.
 *
 * @param onInterrupt takes the file away where the program is stopped meanwhile (see `RunContext`)
 * @throws CommandFailure, as `write` and `settle` do
 */
export async function openNewFile(
  file: string,
  cwd: string,
  force: boolean,
  onInterrupt: OnInterrupt = () => () => {},
): Promise<NewFile> {
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw writeFailure(error, file);
    }
  };
  const target = resolve(cwd, file);
  const suffix = randomBytes(6).toString('hex');
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${suffix}.tmp`);
  const handle = await told(() => open(temporary, 'wx'));
  const offInterrupt = onInterrupt(() => rmSync(temporary, { force: true }));
  let isDone = false;
  const discard = async (): Promise<void> => {
    if (isDone) return;
    isDone = true;
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    offInterrupt();
  };
  return {
    write: (piece) => told(() => handle.writeFile(piece)),
    discard,
    async settle() {
      try {
        await told(async () => {
          await handle.sync();
          await handle.close();
          await settle(temporary, target, file, force);
        });
      } finally {
        await discard();
      }
    },
  };
}

/** Writes a whole file at once: see `openNewFile`. @throws CommandFailure */
export async function writeNewFile(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  cwd: string,
  force: boolean,
): Promise<void> {
  const made = await openNewFile(file, cwd, force);
  try {
    for (const piece of pieces) await made.write(piece);
    await made.settle();
  } finally {
    await made.discard();
  }
}
