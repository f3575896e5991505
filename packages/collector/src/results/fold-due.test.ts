import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { foldDue } from './fold-due.ts';
import { catalogue, type MadeUp, madeUpStudy, planOf } from './test/made-up-study.ts';

const made: MadeUp = {
  teams: [{ id: 'north', people: { staff: 12 } }],
  groups: [{ id: 'staff', plan: planOf('plan', ['work-burnout']) }],
};

test('a study whose answers cannot be read keeps no other from its figures, and is not passed over in silence', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const studies = [await madeUpStudy(store, made), await madeUpStudy(store, { ...made, seed: 2 })];
  const [damaged, other] = studies.map(({ id }) => id).sort();
  await store.write((trx) =>
    trx.updateTable('response').set({ answers: '{' }).where('study_id', '=', damaged!).execute(),
  );
  await expect(foldDue({ store, catalogue })).rejects.toThrow(/malformed JSON/);
  const released = await store.db.selectFrom('report_release').select('study_id').execute();
  expect(released).toEqual([{ study_id: other }]);
});
