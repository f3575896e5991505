import { memo, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Answers } from '../record/answers.ts';
import { createModel } from './create-model.ts';
import type { SurveyJson } from './survey-json.ts';
import { SurveyView } from './survey-view.tsx';

/** What a form can ask of its questions. */
export interface QuestionsHandle {
  /** Moves the focus, and the page, to an item. */
  focus(item: string): void;
  /** Shows these answers instead of those on screen; tells nobody. */
  replace(answers: Answers): void;
}

/** All props keep their identity while the form is mounted, or the memo below is of no use. */
export interface QuestionsViewProps {
  readonly json: SurveyJson;
  readonly idPrefix: string;
  /** The answers to begin with: asked once. */
  readonly readAnswers: () => Answers;
  /** An answer was given (a code) or taken back (null). */
  readonly onAnswer: (item: string, code: number | null) => void;
  readonly handle: Ref<QuestionsHandle>;
}

/**
 * The questions, drawn by SurveyJS: this file, what it imports and nothing else touches the library. The model lives as
 * long as the mounted view; for other wording mount another view (a React `key`). It is not disposed of on unmounting,
 * because StrictMode mounts the same model twice; nothing outside holds on to it.
 */
export const QuestionsView = memo(function QuestionsView(props: QuestionsViewProps) {
  const { json, idPrefix, readAnswers, onAnswer, handle } = props;
  const [model] = useState(() => createModel(json, idPrefix, readAnswers()));
  const replacing = useRef(false);

  useEffect(() => {
    const listen = (_: unknown, change: { name: string; value: unknown }): void => {
      if (!replacing.current) onAnswer(change.name, typeof change.value === 'number' ? change.value : null);
    };
    model.onValueChanged.add(listen);
    return () => model.onValueChanged.remove(listen);
  }, [model, onAnswer]);

  useImperativeHandle(
    handle,
    () => ({
      focus: (item) => void model.focusQuestion(item),
      replace: (answers) => {
        replacing.current = true;
        model.data = { ...answers };
        replacing.current = false;
      },
    }),
    [model],
  );

  return <SurveyView model={model} />;
});
