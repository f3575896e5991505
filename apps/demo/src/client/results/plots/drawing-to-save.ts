import { createContext, type RefObject } from 'react';

/** Draws a picture at the width that is asked for. */
export type DrawAt = (width: number) => SVGElement;

/**
 * Where a picture leaves how it is drawn, so that it is saved at the width of a file and not at that of the reader's screen;
 * null where pictures are not saved.
 */
export const DrawingToSave = createContext<RefObject<DrawAt | null> | null>(null);
