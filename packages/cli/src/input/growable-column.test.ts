import { expect, test } from 'vitest';
import { GrowableColumn } from './growable-column.ts';

test('keeps codes and gaps over several doublings', () => {
  const column = new GrowableColumn();
  for (let row = 0; row < 5000; row++) {
    if (row % 7 === 0) column.pushMissing('skipped');
    else column.push((row % 11) - 5);
  }
  const { codes, missing } = column.view();
  expect([codes.length, missing.length]).toEqual([5000, 5000]);
  for (let row = 0; row < 5000; row++) {
    expect(missing[row]).toBe(row % 7 === 0 ? 2 : 0); // 2 is "skipped"
    if (row % 7 !== 0) expect(codes[row]).toBe((row % 11) - 5);
  }
});

test('an empty column has no rows', () => {
  expect(new GrowableColumn().view().codes).toHaveLength(0);
});

test('cleared, it starts anew, and no gap is left of what was there', () => {
  const column = new GrowableColumn();
  column.pushMissing('skipped');
  column.push(4);
  column.clear();
  expect(column.view().codes).toHaveLength(0);
  column.push(3);
  const { codes, missing } = column.view();
  expect([[...codes], [...missing]]).toEqual([[3], [0]]);
});
