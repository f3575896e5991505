import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonText } from './read-json.ts';

test('JSON that is in order gives its value', () => {
  expect(parseJsonText('{"a":[1,{"b":null}]}')).toEqual({ success: true, value: { a: [1, { b: null }] } });
});

test.each([
  ['', 1, 1],
  ['abc', 1, 1],
  ['{\n  "a": tru\n}', 2, 8],
  ['{"a": 1,}', 1, 9],
  ['{\n"a": 1\n"b": 2}', 3, 1],
  ['[1, 2', 1, 6],
  ['{"a": "\n"}', 1, 8],
  ['{} x', 1, 4],
])('%j is malformed at line %d, column %d', (text, line, column) => {
  const result = parseJsonText(text);
  expect(result).toMatchObject({ success: false, problems: [{ code: 'malformed-json', line, column }] });
});

test('a key that is there twice is refused, wherever it is', () => {
  expect(parseJsonText('{"items": {"a": 1,\n "a": 2}, "b": 1, "b": 1}')).toEqual({
    success: false,
    problems: [
      { code: 'duplicate-key', line: 2, column: 2, message: 'the key "a" is there twice' },
      { code: 'duplicate-key', line: 2, column: 19, message: 'the key "b" is there twice' },
    ],
  });
});

test('deep nesting is no crash', () => {
  expect(parseJsonText(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).success).toBe(true);
});

test('any text gives a value or a problem with its place', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: fc.constantFrom(...'{}[]",:1a\\n\n ') }), fc.json()), (text) => {
      const result = parseJsonText(text);
      if (result.success) expect(result.value).toEqual(JSON.parse(text));
      else expect(result.problems[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    }),
  );
});
