import { useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { SAMPLE_ID } from '../../shared/sample/sample-id.ts';
import { useLanguage } from '../language-context.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import type { PlaygroundSettings } from './settings.ts';
import { ROOM_RULE, snippetOf } from './snippet.ts';
import { playgroundWords } from './words.ts';

/** The code for these settings, to copy. */
export function SnippetView({ settings }: { settings: PlaygroundSettings }) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const code = snippetOf(settings);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  // what was copied is no longer what is shown
  useEffect(() => setCopied(null), [code]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
    } catch {
      setCopied('no'); // no permission, or a page without https
    }
  };
  const file = `/surveys/${settings.instrument}.json`;
  return (
    <div className="card">
      <h2 id={id}>{words.snippet}</h2>
      <ScrollRegion labelledBy={id}>
        <pre className="code" data-snippet="">
          {code}
        </pre>
      </ScrollRegion>
      <div className="copying">
        <Button className="button primary" onPress={copy}>
          {words.copy}
        </Button>
        <p role="status">{copied === null ? '' : copied === 'yes' ? words.copied : words.notCopied}</p>
      </div>
      {settings.door === 'element' && (
        <>
          <p>{words.room}</p>
          <pre className="code wrapped">{ROOM_RULE}</pre>
        </>
      )}
      {(settings.door !== 'react' || settings.instrument === SAMPLE_ID) && (
        <>
          <p>{words.file(file)}</p>
          <p className="actions">
            <a className="button" href={file} download={`${settings.instrument}.json`}>
              {words.download}
            </a>
          </p>
        </>
      )}
    </div>
  );
}
