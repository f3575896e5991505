import { answersNeeded, type Instrument, type MissingRule, possibleRange, type Scale, scaleOf } from '@peerscale/core';
import { counted, percent } from './number-text.ts';
import { safeText } from './safe-text.ts';

/**
 * A missing rule in words.
 *
 * @param noun what the score is made of: "items" or "parts"
 * @example missingRuleWords({ rule: 'minimum-answered', minimum: 3 }, 4, 'items') // 'at least 3 of 4 items must be answered'
 */
export function missingRuleWords(rule: MissingRule, k: number, noun: string): string {
  switch (rule.rule) {
    case 'complete':
      return `all ${noun} must be answered`;
    case 'minimum-answered':
      return `at least ${rule.minimum} of ${k} ${noun} must be answered`;
    case 'minimum-share':
      return `at least ${percent(rule.share)} of the ${noun} must be answered (${answersNeeded(rule, k)} of ${k})`;
    case 'person-mean':
      return `any number of ${noun} may be missing: the person's mean of what was answered stands in for them`;
  }
}

function methodWords({ method, countFrom, parts, items }: Scale): string {
  const of = parts === undefined ? counted(items.length, 'item', 'items') : counted(parts.length, 'part', 'parts');
  return method === 'count' ? `number of ${of} answered ${countFrom} or higher, after keying` : `${method} of ${of}`;
}

function partWords(instrument: Instrument, { parts = [], direction }: Scale): string {
  return parts.map((id) => (scaleOf(instrument, id).direction === direction ? id : `${id} (turned round)`)).join(', ');
}

/** What there is to say of how a scale is scored, a line each: what it is made of, and what a high score means. */
export function scaleWords(instrument: Instrument, scale: Scale): string[] {
  const { parts, items, weights = {}, transform, substitutes = {}, optional } = scale;
  const noun = parts === undefined ? 'items' : 'parts';
  const { minimum, maximum } = possibleRange(instrument, scale.id);
  const named = (entries: readonly (readonly [string, unknown])[]) =>
    entries.map(([name, value]) => `${name} = ${value}`).join(', ');
  const lines: (string | undefined)[] = [
    `high means: ${safeText(scale.highMeans.en, 200)}`,
    parts && `made of the scores of: ${partWords(instrument, scale)}`,
    `missing: ${missingRuleWords(scale.missing, (parts ?? items).length, noun)}`,
    Object.keys(weights).length > 0 ? `weights: ${named(Object.entries(weights))}; all others 1` : undefined,
    Object.keys(substitutes).length > 0
      ? `counts as an answer, as its authors say: ${named(Object.entries(substitutes))}`
      : undefined,
    `possible scores: ${Number(minimum.toFixed(6))} to ${Number(maximum.toFixed(6))}${transform === undefined ? '' : ' (percent of the maximum possible)'}`,
    optional && 'optional: never enters a total',
  ];
  return lines.filter((line) => line !== undefined);
}

/** The first line about a scale: its name, id, and what its score is. */
export const scaleTitle = (scale: Scale): string => `${safeText(scale.name.en)} (${scale.id}): ${methodWords(scale)}`;
