import type { DriversReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { attackedHouse, MINIMUM, made, type Person } from '../test/attacked-house.ts';
import type { MadeUp } from '../test/made-up-study.ts';
import { smallestTold } from '../test/smallest-told.ts';

const teams = ['birch', 'maple', 'north'] as const;
const outcomes = [
  'work-burnout/burnout',
  'work-burnout/exhaustion',
  'work-satisfaction/overall',
  'work-stigma-staff/associative',
  'work-stigma-staff/indirect',
];

const households: readonly (readonly [string, Partial<MadeUp>])[] = [
  ['a few peers', {}],
  ['enough of each', { teams: teams.map((id) => ({ id, people: { staff: 14, managers: 8, peers: 5 } })) }],
  [
    'few managers beside staff who are asked more',
    { teams: teams.map((id, at) => ({ id, people: { staff: 14, managers: at, peers: 0 } })) },
  ],
  ['few managers', { teams: teams.map((id, at) => ({ id, people: { staff: 14, managers: at, peers: 6 } })) }],
];

const orders = households.flatMap(([name, changes]) =>
  [outcomes, outcomes.slice(0, 1)].map((first) => ({ name, changes, first, before: first.length })),
);

describe.each(testEngines())('drivers under attack in %s', (_, engine) => {
  test.each(orders)(
    'every outcome for every group, $before of them before withdrawals, tells of nobody alone: $name',
    async ({ changes, first }) => {
      const one = await attackedHouse(await engine.storeAddress(), { waves: 1, last: 'closed', ...changes });
      const people = await one.people(1);
      const of = (group: string) => [...people].flatMap(([id, own]) => (own.group_id === group ? [id] : []));
      // a few have left an instrument out
      await one.unanswered(of('staff').slice(0, 2), 'work-stigma-staff');
      await one.unanswered(of('managers').slice(0, 1), 'work-satisfaction');
      await one.unanswered(of('staff').slice(5, 6), 'work-satisfaction');
      const asked = new Map(made.groups.map(({ id, plan }) => [id, plan.parts.map((part) => part.id)]));
      const told: Set<Person>[] = [];
      const seen = new Map<string, string>();
      const readAll = async (only: readonly string[]) => {
        const now = await one.people(1);
        for (const outcome of only) {
          for (const group of ['', 'staff', 'managers', 'peers']) {
            const path = `/results/drivers?outcome=${outcome}${group === '' ? '' : `&group=${group}`}`;
            const report = await one.get<DriversReport>(path);
            const text = JSON.stringify(report);
            if (seen.has(path)) {
              expect(text).toBe(seen.get(path));
              continue;
            }
            if (report === undefined) continue;
            seen.set(path, text);
            const isWanted = (id: string) =>
              (group === '' || id === group) && asked.get(id)!.includes(outcome.split('/')[0]!);
            // with everything that their group was asked
            const set = [...now].flatMap(([person, own]) =>
              isWanted(own.group_id!) && asked.get(own.group_id!)!.every((part) => own.instruments.has(part))
                ? [person]
                : [],
            );
            expect([path, report.n]).toEqual([path, set.length]);
            // how many there are of others is not told
            expect(report.n + report.nDropped).toBe(report.input.rows);
            told.push(new Set(set));
          }
        }
      };
      await readAll(first);
      expect(told.length).toBeGreaterThan(0);
      await one.takeBack(1, ({ team, group }) => team === 'maple' && group === 'staff', 1);
      await readAll(outcomes);
      await one.takeBack(1, ({ group }) => group === 'peers', 1);
      await readAll(outcomes);
      expect(smallestTold(told, MINIMUM)).toBeGreaterThanOrEqual(MINIMUM);
    },
    120_000,
  );
});
