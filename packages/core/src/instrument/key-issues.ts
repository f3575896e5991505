import type { DefinitionIssue } from './definition-issue.ts';
import { type Loose, objectsIn, stringsIn } from './loose-definition.ts';
import { isReversed } from './scale-key.ts';

/**
 * Compares the reversal that follows from polarity, coding and direction with the published list of each scale that has
 * one. Items whose reversal cannot be derived are passed over here: what they lack is an issue of its own.
 */
export function keyIssues(definition: Loose): DefinitionIssue[] {
  const items = new Map(objectsIn(definition.items).map(({ entry }) => [entry.id, entry]));
  const codings = new Map(objectsIn(definition.responseScales).map(({ entry }) => [entry.id, entry.highCodeMeans]));
  return objectsIn(definition.scales).flatMap(({ entry: scale, at }) => {
    if (!Array.isArray(scale.publishedReversed) || !isPole(scale.direction)) return [];
    const direction = scale.direction;
    const published = new Set(stringsIn(scale.publishedReversed));
    const path = ['scales', at, 'publishedReversed'];
    const strangers = [...published].filter((item) => !stringsIn(scale.items).includes(item));
    return [
      ...strangers.map((item) => ({ code: 'unknown-item', path, message: `${item} is not in this scale` })),
      ...stringsIn(scale.items).flatMap((id): DefinitionIssue[] => {
        const polarity = items.get(id)?.polarity;
        const coding = codings.get(items.get(id)?.responseScale);
        if (!isPole(polarity) || (coding !== 'endorsement' && coding !== 'rejection')) return [];
        const derived = isReversed(polarity, coding, direction);
        if (derived === published.has(id)) return [];
        const message = derived
          ? `${id} is reversed by polarity, coding and direction, but not published as reversed`
          : `${id} is published as reversed, but polarity, coding and direction do not reverse it`;
        return [{ code: 'key-mismatch', path, message }];
      }),
    ];
  });
}

function isPole(value: unknown): value is 'positive' | 'negative' {
  return value === 'positive' || value === 'negative';
}
