import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileLabel, quoted, safeText } from './safe-text.ts';

test('control and formatting characters are shown as escapes', () => {
  expect(safeText('3\u001b[2J')).toBe('3\\x1b[2J');
  expect(safeText('a\r\n\tb')).toBe('a\\r\\n\\tb');
  expect(safeText('\u202eabc\u2028')).toBe('\\u{202e}abc\\u{2028}');
  expect(safeText('\ud800')).toBe('\\u{d800}');
  expect(safeText('přílišné 漢字 🙂')).toBe('přílišné 漢字 🙂');
});

test('long text is cut, and the cut is shown', () => {
  expect(safeText('x'.repeat(80))).toBe('x'.repeat(80));
  expect(safeText('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
  expect(safeText('\n'.repeat(100), 10)).toBe(`${'\\n'.repeat(5)}…`);
});

test('whatever comes in, one short printable line comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const safe = safeText(text);
      expect(safe.length).toBeLessThanOrEqual(81);
      expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('values stand in quotes, standard input has its own name', () => {
  expect(quoted('')).toBe('""');
  expect(fileLabel('-')).toBe('standard input');
  expect(fileLabel('a\nb.csv')).toBe('a\\nb.csv');
});
