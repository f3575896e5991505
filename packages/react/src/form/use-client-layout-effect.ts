import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, which runs before anything is painted; on a server, where React 18 warns of it, nothing runs. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
