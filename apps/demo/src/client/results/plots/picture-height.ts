import type { PictureSpec } from './picture-spec.ts';

const ROW = 34;
const AXIS = 56;

/** Height of a drawing in pixels: known before it is drawn, so that nothing moves when it comes. */
export function pictureHeight(spec: PictureSpec): number {
  if (spec.kind === 'bins' || spec.kind === 'waves') return 260;
  return spec.rows.length * ROW + AXIS + (spec.kind === 'shares' ? 8 : 0);
}
