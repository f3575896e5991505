import type { FormContent } from '@peerscale/form';
import { formatMessage, textDirection } from '@peerscale/form/answering';
import { useEffect, useRef, useState } from 'react';
import { deliveryTools, ending } from '../loaders.ts';
import { keepingNote } from './keeping-note.ts';
import { ProblemScreen } from './problem-screen.tsx';
import { Progress } from './progress.tsx';
import { QuestionsFallback } from './questions-fallback.tsx';
import { Rights } from './rights.tsx';
import type { SurveyFormProps } from './survey-form-props.ts';
import { useLoaded } from './use-loaded.ts';
import { type SurveyFormApi, useSurveyForm } from './use-survey-form.ts';

/**
 * A questionnaire to be filled in: an instrument, a plan or a battery with its wording, drawn on SurveyJS, handing over a
 * record. Needs `@peerscale/react/styles.css`. Nothing is asked of any server but of `endpoint`, or by `onSubmit`.
 *
 * SurveyJS is loaded when the form is mounted; until then, and from a server, the questions are there to be read. What
 * cannot be shown is said in the form and by `onError`, and throws nothing.
 *
 * @example
 * <SurveyForm instrument={instrument} textPack={textPack} draftKey="spring-2027" endpoint="/api/studies/spring/responses" />
 */
export function SurveyForm(props: SurveyFormProps) {
  const form = useSurveyForm(props);
  const { content, labels, status } = form;
  const [announcement, announce] = useState('');
  const direction = labels === null ? undefined : textDirection(labels.locale);
  const titled = status === 'saved' || status === 'problem' || (content !== null && titleOf(content) !== null);
  return (
    <section
      className="peerscale-form"
      aria-labelledby={titled ? `${form.id}-title` : undefined}
      aria-busy={status === 'loading' ? true : undefined}
      lang={labels?.locale}
      dir={direction}
      data-theme={props.theme}
    >
      {status === 'problem' ? (
        <ProblemScreen form={form} />
      ) : (
        content !== null && <Screen form={form} content={content} announce={announce} />
      )}
      <div role="status" className="peerscale-visually-hidden">
        {announcement}
      </div>
    </section>
  );
}

interface ScreenProps {
  readonly form: SurveyFormApi;
  readonly content: FormContent;
  readonly announce: (text: string) => void;
}

/** What there is to see, by how far the sitting has come. */
function Screen({ form, content, announce }: ScreenProps) {
  const { labels, status, state } = form;
  const { module: parts, failed, retry } = useLoaded(ending, status !== 'loading');
  if (labels !== null && state !== null && parts !== null && (status === 'saved' || status === 'delivering')) {
    // a delivery that has begun was made by what brings its panel along
    const Delivery = deliveryTools.loaded()?.DeliveryPanel;
    return <parts.AfterQuestions form={form} content={content} labels={labels} state={state} Delivery={Delivery} />;
  }
  return <Answering form={form} content={content} announce={announce} parts={parts} onRetry={failed ? retry : null} />;
}

/** Heading of the form: that of the instrument where it is one alone. A plan has headings inside. */
function titleOf({ plan, instruments }: FormContent) {
  const [first] = plan.parts;
  return plan.parts.length === 1 && first?.kind === 'instrument' ? instruments[first.id]!.textPack : null;
}

interface AnsweringProps extends ScreenProps {
  readonly parts: Awaited<ReturnType<typeof ending.load>> | null;
  /** where they could not be loaded */
  readonly onRetry: (() => void) | null;
}

function Answering({ form, content, announce, parts, onRetry }: AnsweringProps) {
  const { id, labels, status, state, answered, total } = form;
  const heading = titleOf(content);
  const title = useRef<HTMLHeadingElement>(null);
  const questionsBox = useRef<HTMLDivElement>(null);
  const isLoading = status === 'loading';

  // What was changed while it was being sent would be neither sent nor kept.
  const busy = status === 'sending';
  useEffect(() => {
    if (questionsBox.current !== null) questionsBox.current.inert = busy;
  }, [busy]);

  const clear = (): void => {
    void form.clear();
    (title.current ?? questionsBox.current)?.focus();
  };

  const wording = { lang: content.locale, dir: textDirection(content.locale) };
  const note = labels === null || state === null ? null : keepingNote(form.keep, state.problem, labels.texts);
  return (
    <>
      {heading !== null && (
        <div className="peerscale-head" {...wording}>
          <h2 ref={title} id={`${id}-title`} className="peerscale-title" tabIndex={-1}>
            {heading.title}
          </h2>
          <p className="peerscale-intro">{heading.instructions}</p>
        </div>
      )}
      {labels !== null && !isLoading && (
        <>
          {(note !== null || state?.restored) && (
            <p className="peerscale-note">
              {state?.restored && `${labels.texts.restored} `}
              {note}
            </p>
          )}
          <Progress
            id={`${id}-progress`}
            text={formatMessage(labels.locale, labels.texts.progress, { answered, total })}
            answered={answered}
            total={total}
          />
        </>
      )}
      <div ref={questionsBox} className="peerscale-questions" tabIndex={-1} {...wording}>
        {form.questions ?? <QuestionsFallback content={content} labels={labels} />}
      </div>
      {labels !== null && parts !== null && (
        <parts.BelowQuestions form={form} content={content} labels={labels} announce={announce} onClear={clear} />
      )}
      {labels !== null && onRetry !== null && (
        <button type="button" className="peerscale-button" onClick={onRetry}>
          {labels.texts.retry}
        </button>
      )}
      <Rights content={content} />
    </>
  );
}
