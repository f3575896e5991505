import type { ReactNode } from 'react';

/** Wide content that scrolls on its own instead of the page; it can take the focus, so that arrow keys scroll it. */
export function ScrollRegion({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not reach the hidden columns
    <section className="scroll-region" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
