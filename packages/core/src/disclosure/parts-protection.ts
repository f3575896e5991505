import { type LinearForm, linearProgram } from '../optimize/index.ts';
import { determinedSet } from './determined-set.ts';
import { keepMove, noMoves } from './move.ts';
import { narrowUnion } from './narrow-union.ts';
import type { ReleaseHistory } from './release-history.ts';

/**
 * Whether everything released, with known numbers of people, leaves the sum of the scores of any group of too few people
 * uncertain by the protection width, and determines no combination of scores of too few.
 *
 * A group that takes only some of a part's people is as uncertain as a single one of them: people of a part can be exchanged
 * for each other. So it is enough that a person of each part is uncertain, and every group made of whole parts. Part 0 is in
 * no group.
 */
export function partsAreProtected(
  { rules, scores: ranges, partOf, parts, figures }: ReleaseHistory,
  scores: readonly ArrayLike<number>[],
  people: Float64Array,
): boolean {
  const least = rules.minimumGroupSize;
  const inhabited = [...people.keys()].filter((part) => part > 0 && people[part]! > 0);
  const needed = rules.answerWidth * (1 - 1e-9);
  return ranges.every(({ minimum, maximum }, s) => {
    // in units of the range, so that what is small is small for every score
    const [above, below] = [new Float64Array(parts), new Float64Array(parts)];
    partOf.forEach((part, record) => {
      if (part === 0) return;
      above[part]! += (scores[s]![record]! - minimum) / (maximum - minimum);
      below[part]! += (maximum - scores[s]![record]!) / (maximum - minimum);
    });
    const program = linearProgram({
      point: new Float64Array(parts),
      lower: above.map((room) => -room),
      upper: below,
      rows: figures.map((group) => ({ variables: group })),
    });
    const known = noMoves();
    const cleared = new Uint8Array(parts);
    const widest = ({ variables, coefficients }: LinearForm): number => {
      const signs = coefficients ?? new Float64Array(variables.length).fill(1);
      const highest = program.maximize({ variables, coefficients: signs });
      const lowest = program.maximize({ variables, coefficients: Float64Array.from(signs, (c) => -c) });
      const change = (part: number) => highest.x[part]! - lowest.x[part]!;
      const atoms = inhabited.filter((part) => Math.abs(change(part)) > 1e-9);
      keepMove(known, { atoms, change: atoms.map(change) });
      return highest.value + lowest.value;
    };
    const isPersonUncertain = (part: number): boolean => {
      if (Math.min(above[part]!, below[part]!) >= needed) return true;
      const up = program.maximize({ variables: [part] }).value;
      const down = program.maximize({ variables: [part], coefficients: [-1] }).value;
      return above[part]! + up >= needed && below[part]! + down >= needed;
    };
    const isGroupUncertain = (part: number): boolean => {
      for (;;) {
        const union = narrowUnion(part, known, people, least, rules.answerWidth * (1 - 1e-6), cleared);
        const set = union === null ? determinedSet(part, known, people, least, cleared) : null;
        if (union === null && set === null) {
          cleared[part] = 1;
          return true;
        }
        const form = union === null ? { variables: set!.atoms, coefficients: set!.coefficients } : { variables: union };
        if (widest(form) < needed) return false;
      }
    };
    // the largest first: fewer others fit beside them
    const small = inhabited.filter((part) => people[part]! < least).sort((a, b) => people[b]! - people[a]!);
    const large = inhabited.filter((part) => people[part]! >= least);
    return large.every(isPersonUncertain) && small.every(isGroupUncertain);
  });
}
