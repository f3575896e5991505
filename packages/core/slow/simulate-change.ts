import { normalCdf } from '../src/index.ts';

/** Scores of the same persons before and after. */
export type Pair = readonly [before: number, after: number];

/** Where scores come from: a draw of one person. */
export interface ChangePopulation {
  readonly name: string;
  readonly draw: (normal: () => number) => Pair;
}

const R = 0.6;
const bivariate = (normal: () => number): Pair => {
  const first = normal();
  return [first, R * first + Math.sqrt(1 - R * R) * normal()];
};
/** Mean of four answers of one to five, most of them high: people pile up at the ceiling. */
const scaleScore = (latent: number, normal: () => number): number => {
  let sum = 0;
  for (let item = 0; item < 4; item++) {
    const share = normalCdf(Math.SQRT1_2 * (latent + normal()) + 0.7);
    sum += 1 + Math.min(4, Math.floor(5 * share));
  }
  return sum / 4;
};

export const changePopulations: readonly ChangePopulation[] = [
  {
    name: 'normal, spread alike',
    draw: (normal) => {
      const [first, second] = bivariate(normal);
      return [3 + 0.9 * first, 3.3 + 0.9 * second];
    },
  },
  {
    name: 'normal, spread doubled',
    draw: (normal) => {
      const [first, second] = bivariate(normal);
      return [3 + 0.6 * first, 3.3 + 1.2 * second];
    },
  },
  {
    name: 'four items, skewed',
    draw: (normal) => {
      const [first, second] = bivariate(normal);
      return [scaleScore(first, normal), scaleScore(second + 0.5, normal)];
    },
  },
];
