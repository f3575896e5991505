import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import type { WaveRelease } from '../release/wave-release.ts';
import { catalogue } from '../test/made-up-study.ts';
import type { StartedWave } from './study-waves.ts';
import { teamScales } from './team-report.ts';

const instrument = findInstrument('work-satisfaction', '1.0.0')!;
const wave = (number: number) => ({ number, state: 'closed' }) as StartedWave;

/** A release in which a team of 20 and the whole of 200 have these means on the scales of satisfaction. */
function release(team: Readonly<Record<string, number>>, whole: number): WaveRelease {
  const ids = Object.keys(team);
  return {
    format: 'peerscale/wave-release@1',
    minimum: 5,
    participation: {},
    instruments: [
      {
        id: instrument.id,
        version: instrument.version,
        tables: [
          {
            groups: ['staff'],
            figures: {
              '|': { is: [200, ids.map(() => whole), ids.map(() => 0.8)] },
              'birch|': { is: [20, Object.values(team), ids.map(() => 0.8)] },
            },
            scales: ids.map((id) => ({ id })),
          },
        ],
      },
    ],
  } as unknown as WaveRelease;
}
const common = { catalogue, team: 'birch', wave: wave(2), tellsReasons: false } as const;

test('strong is what is good and not behind the whole; what is low, behind or clearly worse needs a talk', () => {
  const now = release({ supervision: 4.2, belonging: 2.4, recognition: 3.9, growth: 4.3, conditions: 3.8 }, 3.8);
  const then = release({ supervision: 4.2, belonging: 2.4, recognition: 3.9, growth: 5, conditions: 3.8 }, 3.8);
  const report = teamScales({ ...common, release: now, before: { wave: wave(1), release: then } });
  expect(report.strong).toEqual(['supervision', 'recognition', 'conditions'].map((id) => `work-satisfaction/${id}`));
  // growth is still high, and has fallen beyond its interval
  expect(report.toTalkAbout).toEqual(['belonging', 'growth'].map((id) => `work-satisfaction/${id}`));
  expect(report.questions).toEqual(['belonging', 'growth', 'conditions']);
});

test('a team is behind from a twentieth of the range on, and at most three of each are named', () => {
  const behind = release({ supervision: 3.59, belonging: 3.61 }, 3.8);
  expect(teamScales({ ...common, release: behind, before: null }).toTalkAbout).toEqual([
    'work-satisfaction/supervision',
  ]);
  const all = release({ supervision: 4, belonging: 4.1, recognition: 4.2, growth: 4.3 }, 3.8);
  expect(teamScales({ ...common, release: all, before: null }).strong).toEqual(
    ['growth', 'recognition', 'belonging'].map((id) => `work-satisfaction/${id}`),
  );
});
