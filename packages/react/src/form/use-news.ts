import { useEffect, useRef } from 'react';

/**
 * Tells of something once each time it is another than what was told last, also in StrictMode, which runs effects twice.
 *
 * @param content what there is to tell, as plain data; undefined or false: nothing
 */
export function useNews(content: unknown, tell: () => void): void {
  const told = useRef('');
  const now = content === undefined || content === false ? '' : JSON.stringify(content);
  useEffect(() => {
    if (now === '' || now === told.current) return;
    told.current = now;
    tell();
  }, [now]);
}
