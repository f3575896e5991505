import { expect, test } from 'vitest';
import type { TeamReport } from '../src/client/api/report.ts';
import { toTalkAbout } from '../src/client/report/to-talk-about.ts';

type Scale = TeamReport['scales'][number];

/** A scale from 1 to 5; the team's interval reaches 0.2 to both sides. */
function scale(id: string, mean: number, whole: number, changes: Partial<Scale> = {}): Scale {
  const figure = (value: number) => ({
    status: 'shown' as const,
    value: { mean: value, sd: 1, n: 9, interval: { lower: value - 0.2, upper: value + 0.2, level: 0.95 } },
  });
  return {
    instrument: 'tea',
    id,
    favourable: 'high',
    possible: { minimum: 1, maximum: 5 },
    team: figure(mean),
    whole: figure(whole),
    change: null,
    ...changes,
  } as unknown as Scale;
}
const change = (difference: number) =>
  ({ difference, interval: { lower: difference - 0.1, upper: difference + 0.1, level: 0.95 } }) as Scale['change'];
const found = (scales: Scale[], first: string[] = [], strong: string[] = []) => {
  const { worse, lowest } = toTalkAbout({ scales, toTalkAbout: first, strong });
  return [worse.map(({ id }) => id), lowest?.id ?? null];
};

test('what is worse than everybody or than last time, in the order of the server; about the same is not listed', () => {
  const scales = [
    scale('same', 2, 2.1),
    scale('behind', 3, 3.5),
    scale('fell', 3, 3, { change: change(-0.3) }),
    scale('rose', 3, 3, { change: change(0.3) }),
    scale('tired', 3.5, 3, { favourable: 'low' }),
    scale('neither', 2, 3, { favourable: null }),
  ];
  expect(found(scales, ['tea/same', 'tea/tired'])).toEqual([['tired', 'behind', 'fell'], null]);
});

test('where nothing stands out the lowest is offered: towards its good end, and never what is called strong', () => {
  const tired = scale('tired', 4.5, 4.5, { favourable: 'low' });
  const scales = [scale('low', 2, 2.1), scale('high', 4, 4), tired];
  expect(found(scales, ['tea/high'])).toEqual([[], 'tired']);
  expect(found(scales, [], ['tea/tired'])).toEqual([[], 'low']);
  expect(found([scale('hidden', 1, 1, { team: { status: 'suppressed', reason: null } })])).toEqual([[], null]);
  expect(found([])).toEqual([[], null]);
});
