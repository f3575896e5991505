import { startTransition, useEffect, useState } from 'react';

/**
 * False while the first results are on their way to the screen, true from the next frame on: what is further down the page
 * does not keep them waiting.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    // the callback of a frame comes before its painting, a task after it comes behind
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setIsPainted(true)));
    });
    // no frames come to a page in the background
    const anyway = setTimeout(() => setIsPainted(true), 500);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(anyway);
    };
  }, []);
  return isPainted;
}
