import { czech, english } from '../plural.ts';

/** @example peopleEn(1) // '1 person' */
export const peopleEn = (n: number) => english(n, '1 person', `${n} people`);

/** @example peopleCs(2) // '2 lidé' */
export const peopleCs = (n: number) => czech(n, '1 člověk', `${n} lidé`, `${n} lidí`);
