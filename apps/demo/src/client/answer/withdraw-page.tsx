import { type FormEvent, useRef, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { withdrawAnswers } from '../api/answer.ts';
import { ApiProblem } from '../api/request.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { requestHeadingFocus } from '../router.ts';
import { answerWords } from '../words/answer.ts';
import '../styles/answer.css';

/** A receipt has 24 characters; what cannot be one is said before anything is asked of the server. */
const looksLikeReceipt = (typed: string) => typed.replace(/[\s\-\u2010-\u2015]/g, '').length === 24;

type Step = 'typing' | 'asking' | 'deleting' | 'done';

/** Takes answers back by the receipt that was shown after sending: /withdraw. */
export default function WithdrawPage() {
  const { href } = useLanguage();
  const { withdraw: words, closed } = useWords(answerWords);
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>('typing');
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const back = (message: string | null) => {
    setFault(message);
    setStep('typing');
    field.current?.focus();
  };

  const next = (event: FormEvent) => {
    event.preventDefault();
    if (!looksLikeReceipt(typed)) return back(words.invalid);
    setFault(null);
    setStep('asking');
  };

  const confirm = async () => {
    setStep('deleting');
    try {
      await withdrawAnswers(typed);
      requestHeadingFocus();
      setTyped('');
      setStep('done');
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : '';
      back(code === 'too-many-requests' ? words.tooMany : code === 'invalid-receipt' ? words.invalid : words.failed);
    }
  };

  if (step === 'done') {
    return (
      <div className="answer-page">
        <PageHeading title={words.doneTitle} />
        <p className="lead">{words.done}</p>
      </div>
    );
  }
  const asking = step !== 'typing';
  return (
    <div className="answer-page">
      <PageHeading title={words.title} />
      <p className="lead">{words.text}</p>
      <form onSubmit={next} noValidate className="receipt-form">
        <label htmlFor="receipt">{words.label}</label>
        <input
          ref={field}
          id="receipt"
          value={typed}
          readOnly={asking}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? 'receipt-hint' : 'receipt-hint receipt-fault'}
        />
        <p className="quiet" id="receipt-hint">
          {words.hint}
        </p>
        {fault !== null && (
          <p className="fault" id="receipt-fault" role="alert">
            {fault}
          </p>
        )}
        {!asking && (
          <Button type="submit" className="button primary">
            {words.next}
          </Button>
        )}
      </form>
      {asking && (
        <section className="card confirm" aria-labelledby="withdraw-question">
          <h2
            id="withdraw-question"
            tabIndex={-1}
            ref={(heading) => {
              if (step === 'asking') heading?.focus();
            }}
          >
            {words.question}
          </h2>
          <p>{words.questionText}</p>
          <p className="actions">
            <Button className="button primary" isDisabled={step === 'deleting'} onPress={confirm}>
              {step === 'deleting' ? words.busy : words.confirm}
            </Button>
            <Button className="button" isDisabled={step === 'deleting'} onPress={() => back(null)}>
              {words.cancel}
            </Button>
          </p>
        </section>
      )}
      <p className="after-form">
        <Link href={href('/rights')}>{closed.rights}</Link>
      </p>
    </div>
  );
}
