import { loosenByPrograms, proveByPrograms } from './component-ranges.ts';
import { type CubeSearch, cubeSearch } from './cube-moves.ts';
import { determinedSet } from './determined-set.ts';
import type { CheckedDisclosureRules } from './disclosure-rules.ts';
import { hiddenComponent } from './hidden-component.ts';
import { elementsInOrder } from './lattice-address.ts';
import { narrowUnion } from './narrow-union.ts';
import { lacks, type Protection, protectionOf, shortfallOf, shortfallOfSet } from './protection.ts';
import { shortLines } from './short-line.ts';
import type { TableLattice } from './table-lattice.ts';

// linear programs are solved on connected hidden elements up to this many; larger ones are protected by cubes alone
const LARGEST_PROGRAM = 160;

/** How much dearer the figure of everybody is than a cell. */
const EVERYBODY = 16;

/** What was hidden beyond the small groups: for each element the element it protects. */
export interface Suppression {
  readonly protection: Protection;
  readonly protects: ReadonlyMap<number, number>;
}

export function suppressLattice(lattice: TableLattice, rules: CheckedDisclosureRules): Suppression {
  const protection = protectionOf(lattice, rules);
  const { hidden, moves } = protection;
  const { people, isAtom, elements } = lattice;
  const minimum = rules.minimumGroupSize;
  // of everybody is what people look for first: it goes only where nothing else helps
  const everybody = elementsInOrder(lattice).at(-1);
  const rank = (element: number) => (element === everybody ? EVERYBODY : isAtom[element] === 1 ? 1 : 2);
  const price = (element: number): number => rank(element) * Math.sqrt(1 + people[element]!);
  const cubes = cubeSearch(protection, price);
  const protects = new Map<number, number>();
  const queue: number[] = [];
  for (let e = 0; e < elements; e++) if (hidden[e] === 1) queue.push(e);
  queue.sort((a, b) => people[b]! - people[a]!);
  const hide = (added: readonly number[], element: number) => {
    for (const other of added) {
      protects.set(other, element);
      queue.push(other);
    }
  };
  const proveAll = () => {
    for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
      if (lacks(protection, element)) hide(protect(protection, cubes, element), element);
    }
  };
  const complete = () => {
    proveAll();
    for (let more = shortLines(lattice, hidden, minimum, price); more.size > 0; ) {
      for (const [other, element] of more) {
        hidden[other] = 1;
        hide([other], element);
      }
      proveAll();
      more = shortLines(lattice, hidden, minimum, price);
    }
  };
  complete();
  const small = [...hidden.keys()].filter((e) => isAtom[e] === 1 && people[e]! > 0 && people[e]! < minimum);
  // the largest first: fewer others fit beside them
  small.sort((a, b) => people[b]! - people[a]!);
  for (let score = 0; score < moves.length; score++) {
    const cleared = new Uint8Array(elements);
    for (const atom of small) {
      for (let set = tooCertain(protection, score, atom, cleared); set !== null; ) {
        const added = loosen(protection, cubes, score, set);
        hide(added, atom);
        if (added.length > 0) complete();
        set = tooCertain(protection, score, atom, cleared);
      }
      cleared[atom] = 1;
    }
  }
  return { protection, protects };
}

/** Proves that an element is protected, by hiding more if there is no other way; returns what was hidden. */
function protect(protection: Protection, cubes: CubeSearch, element: number): number[] {
  const shortfall = shortfallOf(protection, element);
  const free = cubes.find(element, true, shortfall);
  if (free !== null) return cubes.apply(free);
  const component = hiddenComponent(protection.lattice, protection.hidden, element, LARGEST_PROGRAM);
  if (component !== null && !proveByPrograms(protection, component, element)) return [];
  return cubes.apply(cubes.find(element, false, shortfall) ?? cubes.everythingAbove(element));
}

/** Few people, an atom among them, whose sum is not known to be uncertain enough, or of whom a combination is determined. */
function tooCertain(
  { moves, lattice: { people }, rules }: Protection,
  score: number,
  atom: number,
  cleared: Uint8Array,
): Combination | null {
  const limit = rules.minimumGroupSize;
  const union = narrowUnion(atom, moves[score]!, people, limit, rules.answerWidth * (1 - 1e-6), cleared);
  if (union !== null) return { atoms: union, coefficients: union.map(() => 1) };
  return determinedSet(atom, moves[score]!, people, limit, cleared);
}

interface Combination {
  readonly atoms: readonly number[];
  readonly coefficients: ArrayLike<number>;
}

/** Makes a combination of a few people's scores uncertain; returns what had to be hidden. */
function loosen(protection: Protection, cubes: CubeSearch, score: number, set: Combination): number[] {
  const { atoms, coefficients } = set;
  const shortfall = shortfallOfSet(protection, score, atoms, coefficients);
  for (const atom of atoms) {
    const free = cubes.find(atom, true, shortfall);
    if (free !== null) return cubes.apply(free);
  }
  const component = hiddenComponent(protection.lattice, protection.hidden, atoms[0]!, LARGEST_PROGRAM);
  if (component !== null && atoms.every((atom) => component.placeOf.has(atom))) {
    if (loosenByPrograms(protection, component, score, atoms, coefficients)) return [];
  }
  const main = atoms.reduce((a, b, place) => (Math.abs(coefficients[place]!) === 1 ? b : a));
  return cubes.apply(cubes.find(main, false, shortfall) ?? cubes.everythingAbove(main));
}
