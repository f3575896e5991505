import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where the checksum of a backup stands: beside it, in the form that `sha256sum --check` reads. */
export function checksumPath(path: string): string {
  return `${path}.sha256`;
}

/** The content of the checksum file of a backup that will have that path. */
export function checksumText(path: string, digest: string): string {
  return `${digest}  ${basename(path)}\n`;
}

/** The digest that the checksum file of a backup holds. @throws Error where there is none */
export function readChecksum(path: string): string {
  let text: string;
  try {
    text = readFileSync(checksumPath(path), 'utf8');
  } catch (cause) {
    throw new Error(`Its checksum is missing: ${checksumPath(path)} cannot be read.`, { cause });
  }
  const digest = /^([0-9a-f]{64}) [ *]/.exec(text)?.[1];
  if (digest === undefined) throw new Error(`${checksumPath(path)} holds no SHA-256 checksum.`);
  return digest;
}

/** SHA-256 of a file, in hexadecimal digits. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
