import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';

interface OpenOnDemandProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly strong?: boolean;
  /** false by default */
  readonly startsOpen?: boolean;
}

/** A button that opens what belongs to it. Until it was opened once nothing of it is made, nor loaded. */
export function OpenOnDemand({ title, children, strong, startsOpen = false }: OpenOnDemandProps) {
  const [wasOpened, setWasOpened] = useState(startsOpen);
  return (
    <Disclosure
      className="expandable"
      defaultExpanded={startsOpen}
      onExpandedChange={(open) => open && setWasOpened(true)}
    >
      <Button slot="trigger" className={strong ? 'button' : 'button quiet-button'}>
        <svg className="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M5 2.5 10.5 8 5 13.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {title}
      </Button>
      <DisclosurePanel>{wasOpened && children}</DisclosurePanel>
    </Disclosure>
  );
}
