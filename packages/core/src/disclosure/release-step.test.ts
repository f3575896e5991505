import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceDisclosure } from './difference-disclosure.ts';
import { releaseStep } from './release-step.ts';

describe('releaseStep', () => {
  test('the example', () => {
    expect(releaseStep(13)).toEqual({ released: 10, next: 15 });
  });

  test.each([
    [0, {}, 0, 5],
    [4, {}, 0, 5],
    [5, {}, 5, 10],
    [9, {}, 5, 10],
    [10, {}, 10, 15],
    [9, { first: 10 }, 0, 10],
    [14, { first: 10 }, 10, 15],
    [17, { first: 8, step: 7 }, 15, 22],
    [11, { minimumGroupSize: 3 }, 9, 12],
    [11, { minimumGroupSize: 6 }, 6, 12],
  ])('%d answers, %j: %d, then at %d', (answers, options, released, next) => {
    expect(releaseStep(answers, options)).toEqual({ released, next });
  });

  test('any two looks differ by nobody or by enough people, and none is left behind for long', () => {
    const sizes = fc.integer({ min: 3, max: 12 });
    fc.assert(
      fc.property(
        sizes,
        fc.nat(9),
        fc.nat(9),
        fc.nat(400),
        fc.nat(60),
        (minimumGroupSize, more, extra, early, later) => {
          const options = { minimumGroupSize, first: minimumGroupSize + more, step: minimumGroupSize + extra };
          const [one, two] = [early, early + later].map((answers) => releaseStep(answers, options));
          const [both, onlySecond] = [one!.released, two!.released - one!.released];
          expect(onlySecond === 0 || onlySecond >= minimumGroupSize).toBe(true);
          if (both > 0)
            expect(differenceDisclosure({ both, onlyFirst: 0, onlySecond }, minimumGroupSize)).toBe('shown');
          if (both > 0) expect(early - both).toBeLessThan(options.step);
          expect(one!.next).toBeGreaterThan(early);
          expect(releaseStep(one!.next, options).released).toBe(one!.next);
          expect(releaseStep(one!.next - 1, options).released).toBe(both);
        },
      ),
    );
  });

  test.each<[number, object?]>([
    [-1],
    [2.5],
    [NaN],
    [Infinity],
    [9, { step: 4 }],
    [9, { step: 5.5 }],
    [9, { first: 4 }],
    [9, { first: NaN }],
    [9, { minimumGroupSize: 2 }],
  ])('refuses %d answers, %j', (answers, options = {}) => {
    expect(() => releaseStep(answers, options)).toThrow(RangeError);
  });
});
