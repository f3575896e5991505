import type { AnyRecord, DeliveryState } from '@peerscale/form';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../language-context.ts';
import { answerWords } from '../words/answer.ts';
import type { LeftOver } from './left-over.ts';
import { type Sent, SentReceipt } from './sent-receipt.tsx';

/** What became of answers that were left on the device, under a link that opens no form. Nothing where there are none. */
export function LeftOverNote({ secret }: { secret: string }) {
  const { leftOver: words } = useWords(answerWords);
  const [state, setState] = useState<DeliveryState<AnyRecord>>({ status: 'idle' });
  const [deleted, setDeleted] = useState(false);
  const found = useRef<LeftOver>(null);
  useEffect(() => {
    let gone = false;
    void import('./left-over.ts')
      .then(({ sendLeftOver }) => sendLeftOver(secret, (next) => gone || setState(next)))
      .then((leftOver) => {
        found.current = leftOver;
        if (gone) leftOver?.close();
      })
      // without the script they stay where they are
      .catch(() => undefined);
    return () => {
      gone = true;
      found.current?.close();
    };
  }, [secret]);

  if (deleted) return <p role="status">{words.deleted}</p>;
  switch (state.status) {
    case 'idle':
      return null;
    case 'saved': {
      const { record, answer } = state;
      const sent: Sent = { secret, cell: { team: null, group: null }, record, answer, study: '', wave: '' };
      return (
        <div>
          <Arrived text={words.arrived} />
          <SentReceipt sent={sent} />
        </div>
      );
    }
    case 'refused':
      return (
        <div className="note warning" role="alert">
          <p>{words.refused}</p>
          <Button
            className="button"
            onPress={async () => {
              await found.current?.forget();
              setDeleted(true);
            }}
          >
            {words.delete}
          </Button>
        </div>
      );
    default:
      return (
        <p className="note" role="status">
          {state.status === 'sending' ? words.sending : words.waiting}
        </p>
      );
  }
}

/** Takes the focus: it came without anybody pressing anything, and the code after it is shown this once. */
function Arrived({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 className="arrived" ref={heading} tabIndex={-1}>
      {text}
    </h2>
  );
}
