import { useSyncExternalStore } from 'react';

const theme = () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** Whether the page is light or dark now, as the switch in its header has it. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore((listener) => {
    const observer = new MutationObserver(listener);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, theme);
}
