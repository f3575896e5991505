import { groupBy } from '../group-by.ts';

/** A person of a wave who is in a figure. */
export interface CountedPerson {
  /** team and group */
  readonly cell: string;
  /** found again in the wave after */
  readonly isLinked: boolean;
  /** found again in the wave before, whose linked figures are out */
  readonly wasLinked: boolean;
}

/**
 * Whether a figure about the linked people of a wave would tell of few: beside figures of everybody, of any teams and
 * groups, and of the people linked to the wave before. Whatever is added and subtracted of these, a sum that the linked
 * are part of weighs the people of a cell alike who are in the same of the sets. So of each cell all but the most
 * numerous sort stay in it: these must be enough people, unless the figure is another one in other words.
 */
export function wouldTellOfFew(people: readonly CountedPerson[], minimum: number): boolean {
  const sorts: readonly ((person: CountedPerson) => number)[] = [
    ({ isLinked }) => Number(isLinked),
    // the difference of the two linked sets, and their sum
    ({ isLinked, wasLinked }) => Number(isLinked) - Number(wasLinked),
    ({ isLinked, wasLinked }) => Number(isLinked) + Number(wasLinked),
  ];
  return sorts.some((sort) => {
    if (new Set(people.map(sort)).size < 2) return false;
    const left = [...groupBy(people, ({ cell }) => cell).values()].reduce((sum, cell) => {
      const sizes = [...groupBy(cell, sort).values()].map(({ length }) => length);
      return sum + cell.length - Math.max(...sizes);
    }, 0);
    return left < minimum;
  });
}
