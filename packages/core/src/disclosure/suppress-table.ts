import { loosenByPrograms, proveByPrograms } from './component-ranges.ts';
import { type CubeSearch, cubeSearch } from './cube-moves.ts';
import { type DeterminedSet, determinedSet } from './determined-set.ts';
import { hiddenComponent } from './hidden-component.ts';
import { lacks, type Protection, protectionOf } from './protection.ts';
import type { CheckedDisclosureRules } from './disclosure-rules.ts';
import type { TableLattice } from './table-lattice.ts';

// linear programs are solved on connected hidden elements up to this many; larger ones are protected by cubes alone
const LARGEST_PROGRAM = 160;

/** What was hidden beyond the small groups: for each element the element it protects. */
export interface Suppression {
  readonly protection: Protection;
  readonly protects: ReadonlyMap<number, number>;
}

export function suppressLattice(lattice: TableLattice, rules: CheckedDisclosureRules): Suppression {
  const protection = protectionOf(lattice, rules);
  const { hidden, widths } = protection;
  const { people, isAtom, elements } = lattice;
  const price = (element: number): number => (isAtom[element] === 1 ? 1 : 2) * Math.sqrt(1 + people[element]!);
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
  proveAll();
  for (let score = 0; score < widths.length; score++) {
    for (let atom = 0; atom < elements; atom++) {
      if (isAtom[atom] === 0 || hidden[atom] === 0 || people[atom] === 0) continue;
      for (;;) {
        const set = determinedSet(
          atom,
          protection.moves[score]!,
          protection.movesOf[score]!,
          people,
          rules.minimumGroupSize,
        );
        if (set === null) break;
        hide(loosen(protection, cubes, score, set), atom);
        proveAll();
      }
    }
  }
  return { protection, protects };
}

/** Proves that an element is protected, by hiding more if there is no other way; returns what was hidden. */
function protect(protection: Protection, cubes: CubeSearch, element: number): number[] {
  const free = cubes.find(element, true);
  if (free !== null) return cubes.apply(free);
  const component = hiddenComponent(protection.lattice, protection.hidden, element, LARGEST_PROGRAM);
  if (component !== null && !proveByPrograms(protection, component, element)) return [];
  return cubes.apply(cubes.find(element, false) ?? cubes.everythingAbove(element));
}

/** Makes a combination of a few people's scores movable; returns what had to be hidden. */
function loosen(protection: Protection, cubes: CubeSearch, score: number, { atoms, coefficients }: DeterminedSet): number[] {
  const accepts = cubes.movesCombination(score, atoms, coefficients);
  for (const atom of atoms) {
    const free = cubes.find(atom, true, accepts);
    if (free !== null) return cubes.apply(free);
  }
  const component = hiddenComponent(protection.lattice, protection.hidden, atoms[0]!, LARGEST_PROGRAM);
  if (component !== null && atoms.every((atom) => component.placeOf.has(atom))) {
    if (loosenByPrograms(protection, component, score, atoms, coefficients)) return [];
  }
  const found = cubes.find(atoms[0]!, false, accepts);
  return cubes.apply(found ?? cubes.everythingAbove(atoms[0]!));
}
