import { expect, test } from 'vitest';
import { numberColumn, textColumn, textTable } from './text-table.ts';

test('text lines up on the left, numbers on the right, and no line ends in spaces', () => {
  const text = textTable(
    [textColumn('item'), numberColumn('n'), textColumn('note')],
    [
      ['A1', '9', ''],
      ['příliš', '240', 'x'],
    ],
  );
  expect(text).toBe('  item      n  note\n  A1        9\n  příliš  240  x\n');
});

test('control characters in a cell are shown, not obeyed', () => {
  expect(textTable([textColumn('a')], [['x\u001b[31m\ny']], 0)).toBe('a\nx\\x1b[31m\\ny\n');
});

test('no rows leave the headings', () => {
  expect(textTable([textColumn('a'), numberColumn('b')], [], 0)).toBe('a  b\n');
});
