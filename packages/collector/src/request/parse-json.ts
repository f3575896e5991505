import type { Checked } from '@peerscale/core';

/** A response record nests two deep; what nests deeper than this is not read further. */
const MAX_DEPTH = 16;

/** Names that reach an object's prototype when such an object is copied carelessly. No item may bear them. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * One JSON text (RFC 8259, UTF-8) as a value that is safe to walk through: shallow, and without a reserved name. Messages
 * say nothing of the content, because it is somebody's answers.
 */
export function parseJson(bytes: ArrayBuffer): Checked<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refused('malformed-json', [], 'is not one JSON text in UTF-8');
  }
  const open: { value: unknown; path: (string | number)[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: inner, path } = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (path.length === MAX_DEPTH) return refused('too-deep', path.slice(0, 2), `nests more than ${MAX_DEPTH} deep`);
    for (const [key, child] of Object.entries(inner)) {
      if (RESERVED.has(key)) return refused('reserved-name', [...path, key], 'this name cannot be used');
      open.push({ value: child, path: [...path, Array.isArray(inner) ? Number(key) : key] });
    }
  }
  return { success: true, value };
}

function refused(code: string, path: (string | number)[], message: string): Checked<never> {
  return { success: false, issues: [{ code, path, message }] };
}
