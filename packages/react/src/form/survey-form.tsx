import type { Instrument, ResponseRecord, TextPack } from '@peerscale/core';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatMessage } from '../format-message.ts';
import { chooseLabels, type SurveyFormLabels } from '../messages.ts';
import type { Answers } from '../record/answers.ts';
import { type QuestionsHandle, QuestionsView } from '../survey/questions-view.tsx';
import { toSurveyJson } from '../survey/to-survey-json.ts';
import { textDirection } from '../text-direction.ts';
import { Progress } from './progress.tsx';
import { SendingBar } from './sending-bar.tsx';
import { ThankYou } from './thank-you.tsx';
import { useFormSession } from './use-form-session.ts';

export interface SurveyFormProps {
  readonly instrument: Instrument;
  /** The wording. Another locale (or checksum) may be given at any time: the answers stay. */
  readonly textPack: TextPack;
  /** Language of the buttons and messages, a BCP 47 tag. Default: that of the text pack. */
  readonly locale?: string | undefined;
  /**
   * Takes the record over. While the promise is open the form is busy; when it is rejected the answers stay and the
   * person can try again, with the same idempotency key. It must settle: give your request a time limit.
   */
  readonly onSubmit: (record: ResponseRecord) => Promise<void>;
  /** Called with all answers after each of them, and after clearing. */
  readonly onChange?: ((answers: Answers) => void) | undefined;
  /**
   * Where given, every answer is kept at once in `localStorage` under `peerscale:draft:<draftKey>`, and is back when the
   * form is opened again, until it has been handed over. Name what must not be mixed: the study and the invitation.
   * Leave it out on shared computers. Default: nothing is kept.
   */
  readonly draftKey?: string | undefined;
  /** Texts of the form in the host's own words. Default: English or Czech, by `locale`; else English. */
  readonly labels?: Partial<SurveyFormLabels> | undefined;
  /** Starts every id in the form. Default: a prefix of its own for every form on the page. */
  readonly idPrefix?: string | undefined;
}

/**
 * A questionnaire to be filled in: an instrument with its wording, drawn on SurveyJS, handing over a response record.
 * Needs `@peerscale/react/styles.css`. Nothing is asked of any server but by `onSubmit`.
 *
 * @throws RangeError while rendering, where the text pack does not fit the instrument (see `toSurveyJson`)
 * @example
 * <SurveyForm instrument={instrument} textPack={textPack} draftKey="spring-2027" onSubmit={(record) => post(record)} />
 */
export function SurveyForm(props: SurveyFormProps) {
  const { instrument, draftKey } = props;
  // Another instrument or another draft is another sitting.
  return <SittingForm key={`${instrument.id}@${instrument.version} ${draftKey ?? ''}`} {...props} />;
}

function SittingForm(props: SurveyFormProps) {
  const generatedId = useId().replace(/[^\w-]/g, '');
  const id = props.idPrefix ?? `peerscale-${generatedId}`;
  const wordingKey = `${props.textPack.locale} ${props.textPack.checksum ?? ''}`;
  // Not by the objects themselves: a host may build equal ones at every render.
  const { instrument, textPack } = useMemo(() => props, [wordingKey]);
  const json = useMemo(() => toSurveyJson(instrument, textPack), [instrument, textPack]);
  const labels = chooseLabels(props.locale ?? textPack.locale, props.labels);
  const { texts, locale } = labels;

  const [announcement, announce] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const questionsBox = useRef<HTMLDivElement>(null);
  const questions = useRef<QuestionsHandle>(null);
  const onRestore = useCallback((answers: Answers) => questions.current?.replace(answers), []);
  const { draftKey, onSubmit, onChange } = props;
  const session = useFormSession({ instrument, textPack, draftKey, onSubmit, onChange, onRestore });

  const total = instrument.items.length;
  const answered = total - session.open.length;
  const progress = formatMessage(locale, texts.progress, { answered, total });

  // Spoken at each quarter of the way only; a new answer to an answered question says nothing.
  const quarter = Math.floor((4 * answered) / total);
  const spoken = useRef(0);
  useEffect(() => {
    if (quarter > spoken.current) announce(progress);
    spoken.current = quarter;
  }, [quarter, progress]);
  useEffect(() => {
    if (session.restored) announce(texts.restored);
  }, [session.restored, texts.restored]);

  // What was changed while it was being sent would be neither sent nor kept.
  const busy = session.state === 'sending';
  useEffect(() => {
    if (questionsBox.current !== null) questionsBox.current.inert = busy;
  }, [busy]);

  const clear = (): void => {
    session.clear();
    questions.current?.replace({});
    announce(texts.cleared);
    title.current?.focus();
  };

  const direction = textDirection(textPack.locale);
  return (
    <section className="peerscale-form" aria-labelledby={`${id}-title`} lang={locale} dir={textDirection(locale)}>
      {session.state === 'sent' ? (
        <ThankYou titleId={`${id}-title`} texts={texts} />
      ) : (
        <>
          <div className="peerscale-head" lang={textPack.locale} dir={direction}>
            <h2 ref={title} id={`${id}-title`} className="peerscale-title" tabIndex={-1}>
              {textPack.title}
            </h2>
            <p className="peerscale-intro">{textPack.instructions}</p>
          </div>
          {session.keeping !== 'off' && (
            <p className="peerscale-note">
              {session.restored && `${texts.restored} `}
              {session.keeping === 'on' ? texts.kept : texts.notKept}
            </p>
          )}
          <Progress id={`${id}-progress`} text={progress} answered={answered} total={total} />
          <div ref={questionsBox} className="peerscale-questions" lang={textPack.locale} dir={direction}>
            <QuestionsView
              key={wordingKey}
              json={json}
              idPrefix={id}
              readAnswers={session.readAnswers}
              onAnswer={session.answer}
              handle={questions}
            />
          </div>
          <SendingBar
            labels={labels}
            session={session}
            onShow={(item) => questions.current?.focus(item)}
            onClear={clear}
          />
          <p className="peerscale-rights" lang={textPack.locale} dir={direction}>
            {textPack.rights.attribution ?? `${textPack.rights.holder}. ${textPack.rights.licence}`}
          </p>
        </>
      )}
      <div role="status" className="peerscale-visually-hidden">
        {announcement}
      </div>
    </section>
  );
}
