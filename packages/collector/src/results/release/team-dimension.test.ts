import { expect, test } from 'vitest';
import { teamDimension } from './team-dimension.ts';

const team = (id: string, parent: string | null = null, setting: string | null = null) => ({
  id,
  name: id,
  parent,
  setting,
});

test('settings are above teams where no team is part of another one', () => {
  const teams = [team('a', null, 'ward'), team('b', null, 'street'), team('c')];
  const { dimension, leafOf } = teamDimension(teams, new Set(['a', 'b', 'c']));
  expect(dimension.categories).toEqual([
    { id: 'setting:street' },
    { id: 'setting:ward' },
    { id: 'a', parent: 'setting:ward' },
    { id: 'b', parent: 'setting:street' },
    { id: 'c' },
  ]);
  expect([...leafOf]).toEqual([
    ['a', 'a'],
    ['b', 'b'],
    ['c', 'c'],
  ]);
});

test('people of a team that has others below it are a part of it beside those, where it has any', () => {
  const teams = [team('house', null, 'ward'), team('red', 'house'), team('blue', 'house')];
  const { dimension, leafOf } = teamDimension(teams, new Set(['house', 'red']));
  expect(dimension.categories).toEqual([
    { id: 'house' },
    { id: 'house/own', parent: 'house' },
    { id: 'red', parent: 'house' },
    { id: 'blue', parent: 'house' },
  ]);
  expect(leafOf.get('house')).toBe('house/own');
  expect(teamDimension(teams, new Set(['red'])).leafOf.has('house')).toBe(false);
});
