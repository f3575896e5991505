import { type CodedWave, seededRandom } from '../src/index.ts';

/** A population whose members answer in two waves, with the mistakes people make. */
export interface Population {
  readonly persons: number;
  /** share of the first wave that answers again */
  readonly returning: number;
  /** new people in the second wave, as a share of the first */
  readonly joining: number;
  /** chance that an element is answered differently the second time */
  readonly changed: number;
  /** chance that an element is left out */
  readonly omitted: number;
  readonly seed: number;
}

export interface SimulatedWaves {
  readonly first: CodedWave;
  readonly second: CodedWave;
  /** who is who: the person of each record */
  readonly firstPersons: readonly number[];
  readonly secondPersons: readonly number[];
}

const ELEMENTS = ['birth-day', 'mother-name', 'father-name', 'birth-town', 'school-town', 'older-siblings'];
// first letters are far from evenly spread: about what European first names and towns show
const LETTERS = [9, 6, 4, 4, 5, 3, 3, 5, 4, 8, 5, 6, 9, 4, 2, 5, 0.3, 5, 8, 4, 1, 4, 1, 0.3, 0.3, 2];
const SIBLINGS = [45, 31, 14, 6, 2.5, 1, 0.5];

/** Two waves of a population, seeded. Covariates: profession (six) and setting (two). */
export function simulateWaves({ persons, returning, joining, changed, omitted, seed }: Population): SimulatedWaves {
  const random = seededRandom(seed);
  const drawn = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    let place = 0;
    while (place < weights.length - 1 && left >= weights[place]!) left -= weights[place++]!;
    return place;
  };
  const answer = [
    () => String(1 + Math.floor(random() * 31)),
    () => `m${drawn(LETTERS)}`,
    () => `f${drawn(LETTERS)}`,
    () => `b${drawn(LETTERS)}`,
    () => `s${drawn(LETTERS)}`,
    () => `o${drawn(SIBLINGS)}`,
  ];
  const all = Math.round(persons * (1 + joining));
  const truth = Array.from({ length: all }, () => {
    const codes = answer.map((one) => one());
    // four of ten went to school where they were born
    if (random() < 0.4) codes[4] = `s${codes[3]!.slice(1)}`;
    return { codes, job: String(drawn([50, 20, 10, 10, 5, 5])), setting: String(drawn([60, 40])) };
  });
  const given = (who: readonly number[], mistakes: boolean): CodedWave => {
    const codes = who.map((person) =>
      truth[person]!.codes.map((code, element) => {
        if (random() < omitted) return null;
        return mistakes && random() < changed ? answer[element]!() : code;
      }),
    );
    return {
      elements: ELEMENTS,
      hashes: ELEMENTS.map((_, element) => codes.map((code) => code[element]!)),
      covariates: [who.map((person) => truth[person]!.job), who.map((person) => truth[person]!.setting)],
    };
  };
  const firstPersons = Array.from({ length: persons }, (_, person) => person);
  const back = firstPersons.filter(() => random() < returning);
  const secondPersons = [...back, ...Array.from({ length: all - persons }, (_, i) => persons + i)];
  for (let i = secondPersons.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [secondPersons[i], secondPersons[j]] = [secondPersons[j]!, secondPersons[i]!];
  }
  return { first: given(firstPersons, false), second: given(secondPersons, true), firstPersons, secondPersons };
}
