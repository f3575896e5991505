import type { Instrument, TextPack } from '@peerscale/core';

/**
 * What would stop the form from drawing an instrument or from handing over its answers, each with its path. Lighter than
 * `validateInstrument` of the core, which also checks keys, scales and sources and is five times the size of the element:
 * definitions are validated when they are written, and here once more only as far as a form uses them.
 */
export function instrumentProblems(value: unknown): string[] {
  if (!isObject(value)) return ['instrument: is no object'];
  if (value.format !== 'peerscale/instrument@1') return ['instrument.format: is not "peerscale/instrument@1"'];
  const problems: string[] = [];
  for (const key of ['id', 'version']) {
    if (typeof value[key] !== 'string') problems.push(`instrument.${key}: is no text`);
  }
  const scales = new Set<unknown>();
  for (const [at, scale] of objectsOf(value.responseScales)) {
    const { codes } = scale;
    if (!Array.isArray(codes) || codes.length < 2 || !codes.every(Number.isInteger)) {
      problems.push(`instrument.responseScales.${at}.codes: are no list of two or more whole numbers`);
    }
    scales.add(scale.id);
  }
  const ids = new Set<unknown>();
  for (const [at, item] of objectsOf(value.items)) {
    if (typeof item.id !== 'string' || ids.has(item.id))
      problems.push(`instrument.items.${at}.id: is missing or double`);
    if (!scales.has(item.responseScale)) problems.push(`instrument.items.${at}.responseScale: is not defined`);
    ids.add(item.id);
  }
  if (ids.size === 0) problems.push('instrument.items: are none');
  return problems;
}

/** The same for the wording of a valid instrument. */
export function textPackProblems(value: unknown, instrument: Instrument): string[] {
  if (!isObject(value)) return ['textPack: is no object'];
  if (value.format !== 'peerscale/text-pack@1') return ['textPack.format: is not "peerscale/text-pack@1"'];
  const problems: string[] = [];
  const at = `textPack ${value.locale}`;
  for (const key of ['locale', 'title', 'instructions']) {
    if (!isText(value[key])) problems.push(`${at}.${key}: is missing`);
  }
  if (!isObject(value.rights) || !isText(value.rights.holder)) problems.push(`${at}.rights: are missing`);
  for (const { id } of instrument.items) {
    if (!isText(property(value.items, id))) problems.push(`${at}.items.${id}: is missing`);
  }
  for (const { id, codes } of instrument.responseScales) {
    const scale = property(value.responseScales, id);
    const coding = property(scale, 'highCodeMeans');
    if (coding !== 'endorsement' && coding !== 'rejection') {
      problems.push(`${at}.responseScales.${id}.highCodeMeans: is neither "endorsement" nor "rejection"`);
    }
    for (const code of codes) {
      if (!isText(property(property(scale, 'labels'), String(code)))) {
        problems.push(`${at}.responseScales.${id}.labels.${code}: is missing`);
      }
    }
  }
  return problems;
}

/** Whether a text pack is the wording of this instrument in this version. */
export function belongsTo(pack: TextPack, { id, version }: Instrument): boolean {
  return pack?.instrument === id && pack.version === version;
}

type Loose = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function objectsOf(value: unknown): [number, Loose][] {
  return Array.isArray(value) ? value.map((entry, at) => [at, isObject(entry) ? entry : {}]) : [];
}
