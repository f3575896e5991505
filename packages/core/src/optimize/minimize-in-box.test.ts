import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BoxObjective, minimizeInBox } from './index.ts';

const anywhere = { lower: [-Infinity, -Infinity], upper: [Infinity, Infinity] };

/** Rosenbrock's valley: (1, 1) is the minimum, at the end of a curved floor. */
const valley: BoxObjective = (x, gradient, hessian) => {
  const [a, b] = [x[0]!, x[1]!];
  const bend = b - a * a;
  gradient.set([-2 * (1 - a) - 400 * a * bend, 200 * bend]);
  hessian.set([2 - 400 * bend + 800 * a * a, -400 * a, 200]);
  return (1 - a) ** 2 + 100 * bend * bend;
};

/** sum of weight_i (x_i - centre_i)^2: its minimum in a box is the nearest point, variable by variable. */
const bowl =
  (centre: readonly number[], weights: readonly number[]): BoxObjective =>
  (x, gradient, hessian) => {
    hessian.fill(0);
    let value = 0;
    for (let i = 0; i < x.length; i++) {
      const distance = x[i]! - centre[i]!;
      value += weights[i]! * distance * distance;
      gradient[i] = 2 * weights[i]! * distance;
      hessian[(i * (i + 3)) / 2] = 2 * weights[i]!;
    }
    return value;
  };

describe('minimizeInBox', () => {
  test('the example: the bound nearest to the minimum', () => {
    const { x, converged, strict } = minimizeInBox(bowl([3], [1]), [0], { lower: [0], upper: [2] });
    expect([x[0], converged, strict]).toEqual([2, true, true]);
  });

  test('finds the end of a curved valley from where the surface is not convex', () => {
    for (const start of [
      [-1.2, 1],
      [0, 5],
      [3, -4],
    ]) {
      const { x, value, converged, strict, iterations } = minimizeInBox(valley, start, anywhere);
      expectRelative(x[0]!, 1, 1e-9);
      expectRelative(x[1]!, 1, 1e-9);
      expect(value).toBeLessThan(1e-18);
      expect([converged, strict]).toEqual([true, true]);
      expect(iterations).toBeLessThan(100);
    }
  });

  test('with the valley cut off, the best point of the cut', () => {
    const { x, converged } = minimizeInBox(valley, [-1.2, 1], { lower: [-2, -2], upper: [0.5, 2] });
    expect(converged).toBe(true);
    expect(x[0]).toBe(0.5);
    expectRelative(x[1]!, 0.25, 1e-9);
  });

  test('says where the floor is flat, and where it had to stop', () => {
    const flat: BoxObjective = (x, gradient, hessian) => {
      gradient.set([2 * x[0]!, 0]);
      hessian.set([2, 0, 0]);
      return x[0]! * x[0]!;
    };
    expect(minimizeInBox(flat, [1, 1], anywhere)).toMatchObject({ converged: true, strict: false });
    expect(minimizeInBox(valley, [-1.2, 1], { ...anywhere, maxIterations: 3 })).toMatchObject({
      iterations: 3,
      converged: false,
    });
    const bottomless: BoxObjective = (x, gradient, hessian) => {
      gradient.fill(-1);
      hessian.fill(0);
      return -x[0]! - x[1]!;
    };
    expect(minimizeInBox(bottomless, [0, 0], anywhere).converged).toBe(false);
    expect(minimizeInBox(() => NaN, [0, 0], anywhere).converged).toBe(false);
  });

  test('steps back from where there is no value', () => {
    // -log(x) + x, defined above 0 only: Newton's step from 3 goes to -3
    const barrier: BoxObjective = (x, gradient, hessian) => {
      gradient[0] = 1 - 1 / x[0]!;
      hessian[0] = 1 / (x[0]! * x[0]!);
      return x[0]! - Math.log(x[0]!);
    };
    const { x, converged } = minimizeInBox(barrier, [3], { lower: [-10], upper: [10] });
    expect(converged).toBe(true);
    expectRelative(x[0]!, 1, 1e-9);
  });

  test('a value with rounding in it does not stop a step that the slope asks for', () => {
    const start = 1 + 2e-9;
    const rounded: BoxObjective = (x, gradient, hessian) => {
      gradient[0] = 1e4 * (x[0]! - 1);
      hessian[0] = 1e4;
      return 5e3 * (x[0]! - 1) ** 2 + (x[0] === start ? 0 : 1e-13);
    };
    const { x, converged } = minimizeInBox(rounded, [start], { lower: [0], upper: [2] });
    expect([x[0], converged]).toEqual([1, true]);
  });

  test('a floor that is flat but for rounding is flat', () => {
    const nearlyFlat: BoxObjective = (x, gradient, hessian) => {
      const sum = x[0]! + x[1]!;
      gradient.fill(2 * sum);
      hessian.set([2, 2, 2 + 1e-11]);
      return sum * sum;
    };
    expect(minimizeInBox(nearlyFlat, [0, 0], anywhere)).toMatchObject({ converged: true, strict: false });
  });

  test('a box so narrow that every point is near both of its bounds', () => {
    const centre = 1.7513885397152885e-12;
    const found = minimizeInBox(bowl([centre], [28.54877650856855]), [0], {
      lower: [0],
      upper: [1.0000000000000002e-10],
    });
    expect(found.converged).toBe(true);
    expectRelative(found.x[0]!, centre, 1e-9);
  });

  test('a nearly flat stretch where the surface is not convex is crossed in a few steps', () => {
    // the Hessian's eigenvalues are 2 and, up to x = 3, about -1e-7: a fixed ridge of 1e-3 would take 10,000 times as many
    const ledge: BoxObjective = (x, gradient, hessian) => {
      const [a, b] = [x[0]!, x[1]!];
      gradient.set([2e-7 * a * (a * a - 25), 2 * b]);
      hessian.set([2e-7 * (3 * a * a - 25), 0, 2]);
      return 5e-8 * (a * a - 25) ** 2 + b * b;
    };
    const { x, iterations } = minimizeInBox(ledge, [0.01, 1], { lower: [-9, -9], upper: [9, 9] });
    expectRelative(x[0]!, 5, 1e-3);
    expect(iterations).toBeLessThan(30);
  });

  test('where the curvature is negative the step has the length that its size says, without bounds too', () => {
    let evaluations = 0;
    const twoWells: BoxObjective = (x, gradient, hessian) => {
      evaluations++;
      gradient[0] = x[0]! ** 3 - x[0]!;
      hessian[0] = 3 * x[0]! * x[0]! - 1;
      return (x[0]! * x[0]! - 1) ** 2 / 4;
    };
    const { x } = minimizeInBox(twoWells, [0.1], { lower: [-Infinity], upper: [Infinity] });
    expectRelative(x[0]!, 1, 1e-9);
    expect(evaluations).toBeLessThan(20);
  });

  test('bounds of another length, or crossed, are refused', () => {
    expect(() => minimizeInBox(valley, [0, 0], { lower: [0], upper: [1, 1] })).toThrow(RangeError);
    expect(() => minimizeInBox(valley, [0, 0], { lower: [0, 2], upper: [1, 1] })).toThrow(RangeError);
    expect(() => minimizeInBox(valley, [0, 0], { lower: [0, NaN], upper: [1, 1] })).toThrow(RangeError);
  });

  test('the nearest point of any box, from anywhere', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const variable = fc.record({
      centre: number,
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      start: number,
      lower: number,
      width: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(variable, { minLength: 1, maxLength: 6 }), (variables) => {
        const found = minimizeInBox(
          bowl(
            variables.map((v) => v.centre),
            variables.map((v) => v.weight),
          ),
          variables.map((v) => v.start),
          { lower: variables.map((v) => v.lower), upper: variables.map((v) => v.lower + v.width) },
        );
        expect(found.converged).toBe(true);
        variables.forEach(({ centre, lower, width }, i) => {
          expectRelative(found.x[i]!, Math.min(Math.max(centre, lower), lower + width), 1e-9, 1e-8);
        });
      }),
    );
  });
});
