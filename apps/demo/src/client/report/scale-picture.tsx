import { MARKS_HEIGHT, MARKS_WIDTH, type MarkedScale, scaleMarks } from './scale-marks.ts';

/** A scale as a line with what is known of it. The same numbers stand beside it as text. */
export function ScalePicture({ scale }: { scale: MarkedScale }) {
  const box = `0 0 ${MARKS_WIDTH} ${MARKS_HEIGHT}`;
  return (
    <svg className="scale-picture" viewBox={box} aria-hidden="true" focusable="false">
      {scaleMarks(scale).map(({ shape: Shape, stands, at }, place) => (
        <Shape key={place} className={stands} {...at} />
      ))}
    </svg>
  );
}
