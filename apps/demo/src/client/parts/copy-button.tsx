import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../language-context.ts';

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { words } = useLanguage();
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <Button
        className="button"
        onPress={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      >
        {label ?? words.copy.copy}
      </Button>
      <span className="quiet" role="status">
        {copied === undefined ? '' : copied ? words.copy.copied : words.copy.failed}
      </span>
    </>
  );
}
