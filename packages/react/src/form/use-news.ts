import { useEffect, useRef } from 'react';

/**
 * Tells of something once each time it is another than before, also in StrictMode, which runs effects twice. What is gone
 * and comes again is told again.
 *
 * @param content what there is to tell, as plain data; undefined or false: nothing
 */
export function useNews(content: unknown, tell: () => void): void {
  const told = useRef('');
  const now = content === undefined || content === false ? '' : JSON.stringify(content);
  useEffect(() => {
    if (now === told.current) return;
    told.current = now;
    if (now !== '') tell();
  }, [now]);
}
