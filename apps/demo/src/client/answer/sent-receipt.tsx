import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Cell, fetchReceipt, receiptIn } from '../api/answer.ts';
import { useWords } from '../language-context.ts';
import { Loading } from '../parts/loading.tsx';
import { answerWords } from '../words/answer.ts';
import { ReceiptCard } from './receipt-card.tsx';

/** A record that has arrived, with what the server said. */
export interface Sent {
  readonly secret: string;
  readonly cell: Cell;
  readonly record: unknown;
  readonly answer: unknown;
  readonly study: string;
  readonly wave: string;
}

type Found = { readonly receipt: string } | 'asking' | 'lost' | 'earlier';

/** The receipt of what was sent; where the answer with it was lost on the way, the server is asked again. */
export function SentReceipt({ sent }: { sent: Sent }) {
  const { receipt: words } = useWords(answerWords);
  const told = receiptIn(sent.answer);
  const [found, setFound] = useState<Found>(told === undefined ? 'asking' : { receipt: told });
  const asking = found === 'asking';
  useEffect(() => {
    if (!asking) return;
    let stale = false;
    fetchReceipt(sent.secret, sent.cell, sent.record).then(
      (receipt) => stale || setFound(receipt === undefined ? 'earlier' : { receipt }),
      () => stale || setFound('lost'),
    );
    return () => {
      stale = true;
    };
  }, [asking, sent]);

  if (found === 'asking') return <Loading />;
  if (found === 'earlier') return <p className="note">{words.earlier}</p>;
  if (found === 'lost') {
    return (
      <div className="note warning" role="alert">
        <p>{words.lost}</p>
        <Button className="button" onPress={() => setFound('asking')}>
          {words.again}
        </Button>
      </div>
    );
  }
  return (
    <>
      <ReceiptCard receipt={found.receipt} study={sent.study} wave={sent.wave} />
      <p className="quiet after-receipt">{words.done}</p>
    </>
  );
}
