import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextPack } from './text-pack.ts';

/** JSON with the keys of every object in code-unit order, so that equal contents give equal text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * SHA-256 over the canonical JSON of all of a text pack but `$schema`, `hints` and `checksum`: whether the wording is the
 * one that was checked. Whitespace and the order of keys in the file do not matter.
 *
 * @returns "sha256:" and 64 hex digits
 * @example
 * const pack = {
 *   format: 'peerscale/text-pack@1', instrument: 'ad-hoc', version: '1.0.0', locale: 'en', title: 'Sleep', unmodified: true,
 *   instructions: 'Think of the last week.', items: { A1: 'I slept well.' }, rights: { holder: 'us', licence: 'MIT' },
 *   responseScales: { codes: { highCodeMeans: 'endorsement', labels: { 1: 'no', 2: 'yes' } } },
 * };
 * textPackChecksum(pack).length // 71
 * textPackChecksum(pack) === textPackChecksum({ ...pack, title: 'Rest' }) // false
 */
export function textPackChecksum(pack: TextPack): string {
  const { $schema: _schema, hints: _hints, checksum: _checksum, ...contents } = pack;
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(contents))))}`;
}
