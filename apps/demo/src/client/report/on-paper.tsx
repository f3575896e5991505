import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** Sizes of type on paper, in percent of that of an ordinary report: the largest at which each sheet holds its content. */
const LARGEST = 110;
const SMALLEST = 60;
const STEP = 2;

/**
 * What is printed: laid out on the screen already, out of sight, in the measures of the paper, so that it is known to fit
 * before anybody presses print. Two sheets stay two sheets, whatever is on them, and nothing is cut.
 */
export function OnPaper({ children }: { children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null);
  // after each drawing: another round or language has other lengths
  useLayoutEffect(() => {
    const sheets = paper.current!;
    for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
      sheets.style.setProperty('--size', String(size));
      if ([...sheets.children].every((sheet) => sheet.scrollHeight <= sheet.clientHeight)) return;
    }
  });
  return (
    <div className="paper-holder">
      <div className="sheets on-paper" ref={paper}>
        {children}
      </div>
    </div>
  );
}
