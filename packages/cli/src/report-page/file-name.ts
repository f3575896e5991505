import { fileLabel } from '../print/safe-text.ts';

/** The last part of a path: the folders of the machine are nobody's business but its owner's. */
export const fileName = (path: string): string => (path === '-' ? '-' : path.split(/[\\/]/).at(-1) || path);

/** The same as a page names it. */
export const shownFileName = (path: string): string => fileLabel(fileName(path));
