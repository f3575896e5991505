import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';

/** A button that shows and hides what belongs to it. */
export function Expandable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure className="expandable">
      <Button slot="trigger" className="button quiet-button">
        <svg className="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M5 2.5 10.5 8 5 13.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {title}
      </Button>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
