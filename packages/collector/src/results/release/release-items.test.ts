import { expect, test } from 'vitest';
import { askedInstruments } from '../tally/asked-instrument.ts';
import type { TalliedCell } from '../tally/read-cells.ts';
import { catalogue, planOf } from '../test/made-up-study.ts';
import { tallyOf } from '../test/tally-of.ts';
import { releaseItems } from './release-items.ts';
import { scaleSets } from './release-tables.ts';

const asked = askedInstruments(planOf('plan', ['work-burnout']), catalogue).get('work-burnout@1.0.0')!;
const cell = (group: string, people: number): TalliedCell => ({
  team: 'north',
  group,
  asked,
  tally: tallyOf(
    asked,
    Array.from({ length: people }, (_, person) => ({
      answers: Object.fromEntries(asked.items.map(({ id }, item) => [id, 1 + ((person + item) % 5)])),
      durationSeconds: 60,
    })),
  ),
});
const cells = [cell('managers', 9), cell('staff', 14)];
const [set] = scaleSets(cells);
const shown = (n: number) => ({ is: [n, [2, 2, 2, 2], [1, 1, 1, 1]] as const });

test('items are told of everybody and of groups whose means are told', () => {
  const means = { '|': shown(23), '|staff': shown(14), '|managers': shown(9) };
  const { groups, codes, items } = releaseItems(cells, set!, means, new Map(), 5, new Set());
  expect(items).toEqual(asked.items.map(({ id }) => id));
  expect(
    Object.entries(groups).map(([group, of]) => [group, typeof of === 'object' && 'is' in of ? of.is[0] : of]),
  ).toEqual([
    ['managers', 9],
    ['staff', 14],
    ['', 23],
  ]);
  for (const of of codes) expect(of).toHaveProperty('is');
});

test('and of nobody else: what protects a mean protects the items it is made of', () => {
  const reason = { code: 'protects', minimum: 5, protects: ['north', 'staff'] } as const;
  const means = { '|': shown(23), '|staff': reason, '|managers': reason };
  const { groups } = releaseItems(cells, set!, means, new Map(), 5, new Set());
  expect([groups.staff, groups.managers]).toEqual([reason, reason]);
  const none = releaseItems(cells, set!, { ...means, '|': reason }, new Map(), 5, new Set());
  expect(none.groups['']).toEqual(reason);
  for (const codes of none.codes) expect(codes).toEqual(reason);
});
