import { confidenceOf, type Instrument, possibleRange, type Scale, scaleKey } from '@peerscale/core';
import type { FactsRow, ScaleFacts } from './published-facts.ts';

/**
 * Where a definition says something else than its row of facts: one line a difference, none where the two agree. Compares
 * everything that changes a score: items, answer scales, coding, scales, reversal, direction, method, missing rule, range,
 * substitutes; and what may be shipped: cut-offs, wording, confidence.
 */
export function keyDifferences(definition: Instrument, facts: FactsRow): string[] {
  const found: string[] = [];
  const compare = (what: string, actual: unknown, expected: unknown): void => {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) found.push(`${what}: ${is}, published ${should}`);
  };
  const byNumber = definition.items.toSorted((a, b) => a.number - b.number);
  const numberOf = new Map(definition.items.map(({ id, number }) => [id, number]));
  const numbers = (items: readonly string[]): number[] => items.map((id) => numberOf.get(id) ?? NaN).sort(ascending);

  compare('id', definition.id, facts.id);
  compare(
    'items',
    byNumber.map(({ number }) => number),
    Array.from({ length: facts.items }, (_, i) => i + 1),
  );
  compare('items not scored', numbers(definition.items.filter((item) => item.scored === false).map(({ id }) => id)), [
    ...(facts.notScored ?? []),
  ]);
  for (const { measure, codes, items } of facts.answers) {
    for (const number of items) {
      const responseScale = byNumber.find((item) => item.number === number)?.responseScale;
      const given = definition.responseScales.find(({ id }) => id === responseScale);
      compare(`answers of item ${number}`, [given?.measure, given?.codes], [measure, codes]);
    }
  }
  for (const { id, highCodeMeans } of definition.responseScales) {
    compare(`coding of ${id}`, highCodeMeans, facts.highCodeMeans);
  }
  compare('scales', definition.scales.map(({ id }) => id).sort(), Object.keys(facts.scales).sort());
  for (const scale of definition.scales) {
    const expected = facts.scales[scale.id];
    if (expected === undefined) continue;
    const reversed = scaleKey(definition, scale.id).filter((key) => key.reversed);
    compare(`${scale.id}, items`, numbers(scale.items), expected.items);
    compare(`${scale.id}, reversed`, numbers(reversed.map(({ item }) => item)), expected.reversed);
    compare(`${scale.id}, scoring`, scoringOf(definition, scale), scoringFacts(expected));
  }
  compare('wording', definition.rights.wording, facts.wording);
  compare('confidence', confidenceOf(definition), facts.confidence);
  return found;
}

function scoringOf(definition: Instrument, scale: Scale): unknown[] {
  const { minimum, maximum } = possibleRange(definition, scale.id);
  const bands = (definition.bands ?? []).filter((cut) => cut.scale === scale.id);
  return [
    scale.highMeans.en,
    scale.direction,
    scale.method,
    scale.missing,
    [minimum, maximum],
    scale.optional ?? false,
    scale.substitutes ?? {},
    scale.weights ?? {},
    scale.transform ?? 'as scored',
    bands.map((cut) => cut.bands.flatMap(({ from }) => (from === null ? [] : [from]))),
  ];
}

function scoringFacts(facts: ScaleFacts): unknown[] {
  return [
    facts.high,
    facts.direction,
    facts.method,
    facts.missing,
    facts.range,
    facts.optional ?? false,
    facts.dontKnow === undefined ? {} : { 'dont-know': facts.dontKnow },
    {},
    'as scored',
    facts.cutOffs === undefined ? [] : [facts.cutOffs],
  ];
}

const ascending = (a: number, b: number): number => a - b;
