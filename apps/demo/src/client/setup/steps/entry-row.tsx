import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../../language-context.ts';
import { setupWords } from '../../words/setup.ts';

interface EntryRowProps {
  /** named by the buttons, for who does not see beside what they stand */
  readonly name: string;
  readonly busy: boolean;
  readonly onChange?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** what the entry is */
  readonly children: ReactNode;
}

/** An entry in the list of a step: what it is, and the buttons that change and remove it where it can be. */
export function EntryRow({ name, busy, onChange, onRemove, children }: EntryRowProps) {
  const words = useWords(setupWords);
  return (
    <>
      <span>{children}</span>
      <span className="row-actions">
        {onChange !== undefined && (
          <Button className="link-button" aria-label={words.changeNamed(name)} isDisabled={busy} onPress={onChange}>
            {words.change}
          </Button>
        )}
        {onRemove !== undefined && (
          <Button className="link-button" aria-label={words.removeNamed(name)} isDisabled={busy} onPress={onRemove}>
            {words.remove}
          </Button>
        )}
      </span>
    </>
  );
}
