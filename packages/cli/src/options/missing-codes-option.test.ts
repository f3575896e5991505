import { expect, test } from 'vitest';
import { missingCodesOption, missingCodeText } from './missing-codes-option.ts';

test('cells with and without a reason', () => {
  expect(missingCodesOption(undefined)).toEqual([]);
  const codes = missingCodesOption(['-9, 99=dont-know', '.=refused']);
  expect(codes).toEqual([
    { cell: '-9', reason: 'skipped' },
    { cell: '99', reason: 'dont-know' },
    { cell: '.', reason: 'refused' },
  ]);
  expect(codes.map(missingCodeText)).toEqual(['-9', '99 (dont-know)', '. (refused)']);
});

test.each([
  ['99=unknown', '--missing-codes: "99=unknown" is not of the form CELL or CELL=REASON, REASON one of not-asked,'],
  ['=refused', '--missing-codes: "=refused" is not of the form'],
  ['9=skipped=refused', 'is not of the form'],
  ['9,9=refused', '--missing-codes: "9" is there twice'],
])('%s is refused', (value, message) => {
  expect(() => missingCodesOption([value])).toThrow(message);
});
