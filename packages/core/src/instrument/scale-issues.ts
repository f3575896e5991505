import type { DefinitionIssue } from './definition-issue.ts';
import { type Loose, objectsIn, stringsIn } from './loose-definition.ts';

/** What is wrong with the scales of a definition beyond their shape. */
export function scaleIssues(definition: Loose): DefinitionIssue[] {
  const scales = objectsIn(definition.scales);
  const byId = new Map(scales.map(({ entry }) => [entry.id, entry]));
  const optionalItems = new Set(scales.flatMap(({ entry }) => (entry.optional === true ? stringsIn(entry.items) : [])));
  return scales.flatMap(({ entry, at }) => [
    ...itemListIssues(definition, entry, at, optionalItems),
    ...partIssues(byId, entry, at),
    ...methodIssues(definition, entry, at),
  ]);
}

function itemListIssues(definition: Loose, scale: Loose, at: number, optionalItems: Set<string>): DefinitionIssue[] {
  const known = new Set(objectsIn(definition.items).map(({ entry }) => entry.id));
  const items: unknown[] = Array.isArray(scale.items) ? scale.items : [];
  return items.flatMap((item, i): DefinitionIssue[] => {
    if (typeof item !== 'string') return [];
    const path = ['scales', at, 'items', i];
    const issues: DefinitionIssue[] = [];
    if (!known.has(item)) {
      issues.push({ code: 'unknown-item', path, message: `there is no item ${JSON.stringify(item)}` });
    }
    if (items.indexOf(item) !== i) {
      issues.push({ code: 'duplicate-id', path, message: `${JSON.stringify(item)} is in this scale twice` });
    }
    if (scale.optional !== true && optionalItems.has(item)) {
      issues.push({ code: 'optional-item-in-total', path, message: `${item} belongs to an optional part` });
    }
    return issues;
  });
}

function partIssues(byId: Map<unknown, Loose>, scale: Loose, at: number): DefinitionIssue[] {
  if (!Array.isArray(scale.parts)) return [];
  const parts: unknown[] = scale.parts;
  const issues: DefinitionIssue[] = [];
  parts.forEach((id, i) => {
    if (typeof id !== 'string') return;
    const path = ['scales', at, 'parts', i];
    const part = byId.get(id);
    if (part === undefined) {
      issues.push({ code: 'unknown-part', path, message: `there is no scale ${JSON.stringify(id)}` });
    } else if (part.optional === true) {
      issues.push({ code: 'optional-item-in-total', path, message: `${id} is optional and never enters a total` });
    } else if (reaches(byId, part, scale.id)) {
      issues.push({ code: 'circular-parts', path, message: `${id} is made of this scale` });
    }
    if (parts.indexOf(id) !== i) issues.push({ code: 'duplicate-id', path, message: `${id} is a part twice` });
  });
  if (issues.length === 0) {
    const ofParts = new Set(parts.flatMap((id) => stringsIn(byId.get(id)?.items)));
    const own = new Set(stringsIn(scale.items));
    const differing = [...new Set([...ofParts, ...own])].filter((item) => ofParts.has(item) !== own.has(item));
    if (differing.length > 0) {
      issues.push({
        code: 'parts-without-items',
        path: ['scales', at, 'items'],
        message: `must list the items of all parts and no others: ${differing.join(', ')}`,
      });
    }
  }
  return issues;
}

/** Whether `scale`, or one of the scales it is made of, is the scale `id`. */
function reaches(byId: Map<unknown, Loose>, scale: Loose, id: unknown, seen = new Set<Loose>()): boolean {
  if (scale.id === id) return true;
  if (seen.has(scale)) return false;
  seen.add(scale);
  return stringsIn(scale.parts).some((part) => {
    const next = byId.get(part);
    return next !== undefined && reaches(byId, next, id, seen);
  });
}

function methodIssues(definition: Loose, scale: Loose, at: number): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const entries = stringsIn(scale.parts ?? scale.items);
  const missing = scale.missing as { rule?: unknown; minimum?: unknown } | null | undefined;
  if (missing?.rule === 'minimum-answered' && typeof missing.minimum === 'number' && missing.minimum > entries.length) {
    issues.push({
      code: 'minimum-out-of-range',
      path: ['scales', at, 'missing', 'minimum'],
      message: `asks for ${missing.minimum} answers where the scale has ${entries.length} ${scale.parts === undefined ? 'items' : 'parts'}`,
    });
  }
  const counts = scale.method === 'count';
  if (counts !== (scale.countFrom !== undefined) || (counts && scale.parts !== undefined)) {
    issues.push({
      code: 'count-without-limit',
      path: ['scales', at, 'countFrom'],
      message: 'goes with the method "count" of items, and the method with it',
    });
  }
  const weights = typeof scale.weights === 'object' && scale.weights !== null ? Object.keys(scale.weights) : [];
  if (counts && weights.length > 0) {
    issues.push({ code: 'weights-with-count', path: ['scales', at, 'weights'], message: 'a count has no weights' });
  }
  for (const id of weights.filter((weighted) => !entries.includes(weighted))) {
    issues.push({ code: 'unknown-weight', path: ['scales', at, 'weights', id], message: `${id} is not in this scale` });
  }
  return [...issues, ...substituteIssues(definition, scale, at)];
}

function substituteIssues(definition: Loose, scale: Loose, at: number): DefinitionIssue[] {
  const { substitutes } = scale;
  if (typeof substitutes !== 'object' || substitutes === null) return [];
  const responseScales = new Map(objectsIn(definition.responseScales).map(({ entry }) => [entry.id, entry.codes]));
  const members = new Set(stringsIn(scale.items));
  const lists = objectsIn(definition.items)
    .filter(({ entry }) => typeof entry.id === 'string' && members.has(entry.id))
    .map(({ entry }) => responseScales.get(entry.responseScale))
    .filter(Array.isArray);
  return Object.entries(substitutes).flatMap(([reason, code]) =>
    lists.every((codes: unknown[]) => codes.includes(code))
      ? []
      : [
          {
            code: 'unknown-code',
            path: ['scales', at, 'substitutes', reason],
            message: `${JSON.stringify(code)} is not a code of every item of this scale`,
          },
        ],
  );
}
