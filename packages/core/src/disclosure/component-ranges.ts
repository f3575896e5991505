import { type LinearForm, type LinearProgram, linearProgram } from '../optimize/index.ts';
import type { HiddenComponent } from './hidden-component.ts';
import { keepMove } from './move.ts';
import { lacks, type Protection, type Quantity } from './protection.ts';

/** The program of one quantity over a component: atoms within their room, sums of them wherever they lead to. */
export function componentProgram(
  { isAtom }: Protection['lattice'],
  { elements, rows }: HiddenComponent,
  { falls, rises }: Quantity,
): LinearProgram {
  const atom = (e: number) => isAtom[e] === 1;
  return linearProgram({
    point: new Float64Array(elements.length),
    lower: Float64Array.from(elements, (e) => (atom(e) ? -falls[e]! : -Infinity)),
    upper: Float64Array.from(elements, (e) => (atom(e) && rises !== null ? rises[e]! : Infinity)),
    rows,
  });
}

/**
 * Looks by linear programming how far an element can move, and takes down for everything in its component how far it moved
 * on the way. Returns whether the element still lacks protection.
 */
export function proveByPrograms(protection: Protection, component: HiddenComponent, element: number): boolean {
  const place = component.placeOf.get(element)!;
  for (let q = 0; q < protection.quantities.length && lacks(protection, element); q++) {
    const program = componentProgram(protection.lattice, component, protection.quantities[q]!);
    moveBothWays(protection, component, program, q, { variables: [place] });
  }
  return lacks(protection, element);
}

/** Looks whether a combination of atoms can move with known counts by the width of a score; takes down what moved. */
export function loosenByPrograms(
  protection: Protection,
  component: HiddenComponent,
  score: number,
  atoms: ArrayLike<number>,
  coefficients: ArrayLike<number>,
): boolean {
  const q = 3 * score + 2;
  const program = componentProgram(protection.lattice, component, protection.quantities[q]!);
  const variables = Int32Array.from(atoms, (atom) => component.placeOf.get(atom)!);
  return (
    moveBothWays(protection, component, program, q, { variables, coefficients }) >=
    protection.rules.answerWidth * (1 - 1e-9)
  );
}

function moveBothWays(
  protection: Protection,
  { elements }: HiddenComponent,
  program: LinearProgram,
  q: number,
  form: LinearForm,
): number {
  const { up, down } = protection.quantities[q]!;
  const { variables } = form;
  const signs = form.coefficients ?? new Float64Array(variables.length).fill(1);
  const highest = program.maximize({ variables, coefficients: signs });
  const lowest = program.maximize({ variables, coefficients: Float64Array.from(signs, (c) => -c) });
  elements.forEach((e, place) => {
    const [high, low] = [highest.x[place]!, lowest.x[place]!];
    up[e] = Math.max(up[e]!, high, low);
    down[e] = Math.max(down[e]!, -high, -low);
  });
  const width = highest.value + lowest.value;
  if (variables.length === 1) {
    const e = elements[variables[0]!]!;
    up[e] = Math.max(up[e]!, highest.value);
    down[e] = Math.max(down[e]!, lowest.value);
  }
  const known = protection.moves[Math.floor(q / 3)];
  if (known !== undefined && q % 3 === 2) {
    const { isAtom } = protection.lattice;
    const change = (place: number) => highest.x[place]! - lowest.x[place]!;
    const moved = [...elements.keys()].filter(
      (place) => isAtom[elements[place]!] === 1 && Math.abs(change(place)) > 1e-9,
    );
    keepMove(known, { atoms: moved.map((place) => elements[place]!), change: moved.map(change) });
  }
  return width;
}
