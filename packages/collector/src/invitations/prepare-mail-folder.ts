import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * Makes the folder for letters where there is none, and sees that letters can be written to it: with the first invitation
 * it would be too late.
 *
 * @throws Error that says what is in the way
 */
export function prepareMailFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new Error(`PEERSCALE_MAIL_FOLDER: letters cannot be written to ${folder} (${code}).`, { cause });
  }
}
