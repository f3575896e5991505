import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { foldDue } from '../fold-due.ts';
import { catalogue, madeUpStudy, planOf } from '../test/made-up-study.ts';
import { readRelease } from './read-release.ts';

test('a team with others below it is told of with them, and its own people are told of by nobody', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const { id, waves, records } = await madeUpStudy(store, {
    teams: [
      { id: 'house', setting: 'ward', people: { staff: 7 } },
      { id: 'red', parent: 'house', people: { staff: 9 } },
      { id: 'blue', parent: 'house', people: { staff: 8 } },
      { id: 'street', people: { staff: 11 } },
    ],
    groups: [{ id: 'staff', plan: planOf('staff-plan', ['work-burnout']) }],
  });
  expect(await foldDue({ store, catalogue }, id)).toBe(records.length);
  const wave = await store.db.selectFrom('wave').selectAll().where('id', '=', waves[0]!).executeTakeFirstOrThrow();
  const { participation, instruments } = await readRelease({ store, catalogue }, wave, 5);
  expect(participation['house|']).toEqual({ is: 24 });
  const { figures } = instruments[0]!.tables[0]!;
  const n = (at: string) => {
    const released = figures[at];
    return typeof released === 'object' && 'is' in released ? released.is[0] : undefined;
  };
  expect([n('|'), n('house|'), n('red|'), n('street|')]).toEqual([35, 24, 9, 11]);
  // one group: what is by group is what is of all
  expect(Object.keys(figures).every((at) => at.endsWith('|'))).toBe(true);
  // kept: a second call makes nothing
  expect(await foldDue({ store, catalogue })).toBe(0);
  const kept = await store.db.selectFrom('report_release').select('id').execute();
  expect(kept).toEqual([{ id: `${waves[0]}/results` }]);
});
