import { useEffect, useState, useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark';

const STORAGE_KEY = 'peerscale:appearance';
const systemPrefersDark = matchMedia('(prefers-color-scheme: dark)');

function storedAppearance(): Appearance | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null; // storage switched off: the system's preference it is
  }
}

/** Light or dark: what the reader chose with the switch, else what the system prefers, which is followed as it changes. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const [chosen, setChosen] = useState(storedAppearance);
  const system = useSyncExternalStore(
    (listener) => {
      systemPrefersDark.addEventListener('change', listener);
      return () => systemPrefersDark.removeEventListener('change', listener);
    },
    (): Appearance => (systemPrefersDark.matches ? 'dark' : 'light'),
  );
  const appearance = chosen ?? system;

  useEffect(() => {
    // the form's stylesheet looks at the same attribute
    document.documentElement.dataset.theme = appearance;
  }, [appearance]);

  const choose = (next: Appearance) => {
    setChosen(next);
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // it then holds for this visit only
    }
  };
  return [appearance, choose];
}
