import { type LinearForm, type LinearProgram, linearProgram } from '../optimize/index.ts';
import type { HiddenComponent } from './hidden-component.ts';
import { keepMove, lacks, type Protection, type Quantity } from './protection.ts';

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
  atoms: readonly number[],
  coefficients: ArrayLike<number>,
): boolean {
  const q = 3 * score + 2;
  const program = componentProgram(protection.lattice, component, protection.quantities[q]!);
  const variables = atoms.map((atom) => component.placeOf.get(atom)!);
  return moveBothWays(protection, component, program, q, { variables, coefficients }) >= protection.widths[score]! / 2;
}

function moveBothWays(
  protection: Protection,
  { elements }: HiddenComponent,
  program: LinearProgram,
  q: number,
  form: LinearForm,
): number {
  const { up, down } = protection.quantities[q]!;
  const takeDown = (x: Float64Array) =>
    elements.forEach((e, place) => {
      if (x[place]! > up[e]!) up[e] = x[place]!;
      if (-x[place]! > down[e]!) down[e] = -x[place]!;
    });
  const { variables } = form;
  const signs = form.coefficients ?? new Float64Array(variables.length).fill(1);
  const highest = program.maximize({ variables, coefficients: signs });
  const lowest = program.maximize({ variables, coefficients: Float64Array.from(signs, (c) => -c) });
  takeDown(highest.x);
  takeDown(lowest.x);
  if (variables.length === 1) {
    const e = elements[variables[0]!]!;
    up[e] = Math.max(up[e]!, highest.value);
    down[e] = Math.max(down[e]!, lowest.value);
  }
  const width = highest.value + lowest.value;
  const score = Math.floor(q / 3);
  if (protection.widths.length > 0 && q % 3 === 2 && width >= protection.widths[score]! / 2) {
    const { isAtom } = protection.lattice;
    const moved = [...elements.keys()].filter(
      (place) => isAtom[elements[place]!] === 1 && Math.abs(highest.x[place]! - lowest.x[place]!) > 1e-9 * width,
    );
    keepMove(protection, score, {
      atoms: Int32Array.from(moved, (place) => elements[place]!),
      change: Float64Array.from(moved, (place) => (highest.x[place]! - lowest.x[place]!) / width),
    });
  }
  return width;
}
