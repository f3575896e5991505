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
 * on the way: scores with counts as they are, then people with their scores. Returns whether the element still lacks
 * protection.
 */
export function proveByPrograms(protection: Protection, component: HiddenComponent, element: number): boolean {
  const place = component.placeOf.get(element)!;
  const people = protection.quantities.length - 1;
  for (let q = 2; q < people && lacks(protection, element); q += 3) {
    const program = componentProgram(protection.lattice, component, protection.quantities[q]!);
    moveBothWays(protection, component, program, q, { variables: [place] });
  }
  if (lacks(protection, element)) movePeople(protection, component, place);
  return lacks(protection, element);
}

/**
 * Moves of people who take their scores along: each person of a move is above the minimum by the same share of the range,
 * the one of the component. So no score ties another down, and people who leave leave room for all of them. Only whole
 * numbers of people are taken down; where the lines make up a network, all vertices have them.
 */
function movePeople({ lattice, quantities }: Protection, component: HiddenComponent, place: number): void {
  const { elements } = component;
  const { isAtom } = lattice;
  const q = quantities.length - 1;
  const atoms = elements.filter((e) => isAtom[e] === 1);
  const total = (values: Float64Array) => atoms.reduce((sum, e) => sum + values[e]!, 0);
  const shares = lattice.scores.map((_, s) => {
    const above = total(lattice.above[s]!);
    return above === 0 ? 0 : above / (above + total(lattice.below[s]!));
  });
  const falls = quantities[q]!.falls.slice();
  for (const e of atoms) {
    shares.forEach((share, s) => {
      const least = Math.min(ratio(lattice.above[s]![e]!, share), ratio(lattice.below[s]![e]!, 1 - share));
      falls[e] = Math.min(falls[e]!, Math.floor(least + 1e-9));
    });
  }
  const program = componentProgram(lattice, component, { ...quantities[q]!, falls });
  for (const sign of [1, -1]) {
    const { value, x } = program.maximize({ variables: [place], coefficients: [sign] });
    if (value === Infinity) widen(quantities[q]!, elements[place]!, sign * Infinity);
    if (x.some((change) => Math.abs(change - Math.round(change)) > 1e-9 * Math.max(1, Math.abs(change)))) continue;
    elements.forEach((e, at) => {
      widen(quantities[q]!, e, x[at]!);
      shares.forEach((share, s) => {
        widen(quantities[3 * s]!, e, share * x[at]!);
        widen(quantities[3 * s + 1]!, e, (1 - share) * x[at]!);
      });
    });
  }
}

const ratio = (room: number, share: number): number => (share === 0 ? Infinity : room / share);

function widen({ up, down }: Quantity, element: number, change: number): void {
  up[element] = Math.max(up[element]!, change);
  down[element] = Math.max(down[element]!, -change);
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

/** Moves a sum of the answers of one score, with counts as they are, up and down; returns how far. */
function moveBothWays(
  protection: Protection,
  { elements }: HiddenComponent,
  program: LinearProgram,
  q: number,
  form: LinearForm,
): number {
  // what people are above with counts as they are, they are less below
  const [above, below, known] = [0, 1, 2].map((kind) => protection.quantities[q - 2 + kind]!) as [
    Quantity,
    Quantity,
    Quantity,
  ];
  const { variables } = form;
  const signs = form.coefficients ?? new Float64Array(variables.length).fill(1);
  const highest = program.maximize({ variables, coefficients: signs });
  const lowest = program.maximize({ variables, coefficients: Float64Array.from(signs, (c) => -c) });
  elements.forEach((e, place) => {
    for (const change of [highest.x[place]!, lowest.x[place]!]) {
      widen(known, e, change);
      widen(above, e, change);
      widen(below, e, -change);
    }
  });
  const width = highest.value + lowest.value;
  const { isAtom } = protection.lattice;
  const change = (place: number) => highest.x[place]! - lowest.x[place]!;
  const moved = [...elements.keys()].filter(
    (place) => isAtom[elements[place]!] === 1 && Math.abs(change(place)) > 1e-9,
  );
  keepMove(protection.moves[(q - 2) / 3]!, {
    atoms: moved.map((place) => elements[place]!),
    change: moved.map(change),
  });
  return width;
}
