import { describe, expect, test } from 'vitest';
import { agreesWithRemark } from './agrees-with-remark.ts';
import { exampleProgram, importsOfExample } from './example-program.ts';

describe('agreesWithRemark', () => {
  test.each([
    [0.9231, '0.92'],
    [-0.4999, '-0.5'],
    [1.2345e-5, '1.2e-5'],
    [12 + 1e-12, '12'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    ['mean', "'mean'"],
    [null, 'null'],
    [false, 'false'],
    [Float64Array.of(0.81, 2), 'Float64Array [0.8, 2]'],
    [[3, 1], '3, 1'],
    [{ lower: 0.26, items: ['A1'] }, "{ lower: 0.3, items: ['A1'] }"],
  ])('%j is %s', (value, said) => expect(agreesWithRemark(value, said)).toBe(true));

  test.each([
    [0.9251, '0.92'],
    [12.4, '12'],
    [0, 'NaN'],
    [NaN, '0'],
    [Infinity, '-Infinity'],
    ['mean', "'sum'"],
    [0, 'null'],
    [1, 'true'],
    [[3, 1, 0], '3, 1'],
    [{ lower: 0.26, upper: 1 }, '{ lower: 0.3 }'],
    [{ lower: 0.26 }, '{ upper: 0.3 }'],
    [undefined, 'undefined'],
    [0.9, '0.9 to one digit'],
    [0.9, ''],
  ])('%j is not %s', (value, said) => expect(agreesWithRemark(value, said)).toBe(false));
});

describe('exampleProgram', () => {
  const text = "import { twice } from 'somewhere';\n\nconst two = 2;\ntwice(two); // 4; as said\ntwice(3) // 5\ntwo";
  const { checks, run } = exampleProgram(text);

  test('finds what is asserted, with and without semicolons, and what is not', () => {
    expect(checks).toEqual([
      { expression: 'twice(two)', expected: '4' },
      { expression: 'twice(3)', expected: '5' },
      { expression: 'two', expected: undefined },
    ]);
    expect(importsOfExample(text)).toEqual([{ module: 'somewhere', names: ['twice'] }]);
  });

  test('runs with what it is given, its own names going first', () => {
    const found: unknown[] = [];
    run({ twice: (x: number) => 2 * x, two: 7 }, (place, value) => (found[place] = value));
    expect(found).toEqual([4, 6, 2]);
  });

  test('a name that nobody gives is an error', () => {
    expect(() => run({}, () => undefined)).toThrow('twice is not defined');
  });

  test('what is no TypeScript is refused', () => {
    expect(() => exampleProgram('const = 3;')).toThrow(SyntaxError);
  });
});
