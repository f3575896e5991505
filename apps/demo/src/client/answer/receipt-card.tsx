import { useEffect, useRef, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { useLanguage, useWords } from '../language-context.ts';
import { answerWords } from '../words/answer.ts';

export interface ReceiptCardProps {
  readonly receipt: string;
  /** what the printed slip is about */
  readonly study: string;
  readonly wave: string;
}

/** The receipt after sending: to be copied, printed or written down, with what it is good for. */
export function ReceiptCard({ receipt, study, wave }: ReceiptCardProps) {
  const { href } = useLanguage();
  const { receipt: words } = useWords(answerWords);
  const [said, say] = useState('');
  const code = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // the form's thanks has the focus and is being read; the code must be in sight
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt);
      say(words.copied);
    } catch {
      getSelection()?.selectAllChildren(code.current!);
      say(words.notCopied);
    }
  };

  return (
    <section className="card receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title" ref={heading}>
        {words.title}
      </h2>
      <p className="on-paper">
        {study}, {wave}
      </p>
      <p>{words.text}</p>
      <p className="receipt-code">
        <span className="visually-hidden">{words.label}: </span>
        <code ref={code} translate="no">
          {receipt}
        </code>
      </p>
      <p className="actions">
        <Button className="button primary" onPress={copy}>
          {words.copy}
        </Button>
        <Button className="button" onPress={() => print()}>
          {words.print}
        </Button>
      </p>
      <p role="status" className="receipt-said">
        {said}
      </p>
      <p>
        {words.how}{' '}
        <Link href={href('/withdraw')} target="_blank">
          {`${location.host}/withdraw`}
        </Link>
      </p>
      <p className="quiet">{words.private}</p>
    </section>
  );
}
