import { memo, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Model, PanelModelBase, Question } from 'survey-core';
import { GATE } from '../shared.ts';
import { createModel, type SurveyData } from './create-model.ts';
import { SurveyView } from './survey-view.tsx';

/** What a form can ask of its questions. */
export interface QuestionsHandle {
  /** Moves the focus, and the page, to a question. */
  focus(name: string): void;
  /** Shows these values instead of those on screen; tells nobody. */
  replace(data: SurveyData): void;
  /** Shows what is wrong, and moves the focus to the first of it. @returns whether nothing is */
  validate(): Promise<boolean>;
}

/** All props keep their identity while the form is mounted, or the memo below is of no use. */
export interface QuestionsViewProps {
  /** a survey as SurveyJS reads it */
  readonly json: object;
  readonly idPrefix: string;
  readonly requiredMark: string;
  /** Has a look at the model before it is drawn: once. */
  readonly decorate: (model: Model) => void;
  /** The values to begin with: asked once. */
  readonly readData: () => SurveyData;
  /** A value was changed; undefined where it was taken back. `data`: all of them. */
  readonly onValue: (name: string, value: unknown, data: SurveyData) => void;
  /** Other questions than before are left out by branches: their names. */
  readonly onLeftOut: (names: readonly string[]) => void;
  /** What is wrong with a value, in words; null where nothing is. */
  readonly problemOf: (name: string, value: unknown, data: SurveyData) => string | null;
  readonly handle: Ref<QuestionsHandle>;
}

/**
 * The questions, drawn by SurveyJS: this file and what it imports is loaded on demand, and nothing else touches the
 * library. The model lives as long as the mounted view; for other wording mount another view (a React `key`). It is not
 * disposed of on unmounting, because StrictMode mounts the same model twice; nothing outside holds on to it.
 */
export const QuestionsView = memo(function QuestionsView(props: QuestionsViewProps) {
  const { onValue, onLeftOut, problemOf, handle } = props;
  const [model] = useState(() => {
    const made = createModel(props.json, props.idPrefix, props.readData(), props.requiredMark);
    props.decorate(made);
    return made;
  });
  const replacing = useRef(false);

  useEffect(() => {
    const told = { current: '' };
    const look = (): void => {
      const names = leftOut(model);
      if (names.join('\n') === told.current) return;
      told.current = names.join('\n');
      onLeftOut(names);
    };
    const listen = (_: unknown, change: { name: string; value: unknown }): void => {
      if (!replacing.current) onValue(change.name, change.value, model.data as SurveyData);
      look();
    };
    const check = (_: unknown, options: { name: string; value: unknown; error: string }): void => {
      options.error = problemOf(options.name, options.value, model.data as SurveyData) ?? options.error;
    };
    look();
    model.onValueChanged.add(listen);
    model.onVisibleChanged.add(look);
    model.onPanelVisibleChanged.add(look);
    model.onValidateQuestion.add(check);
    return () => {
      model.onValueChanged.remove(listen);
      model.onVisibleChanged.remove(look);
      model.onPanelVisibleChanged.remove(look);
      model.onValidateQuestion.remove(check);
    };
  }, [model, onValue, onLeftOut, problemOf]);

  useImperativeHandle(
    handle,
    () => ({
      focus: (name) => void model.focusQuestion(name),
      replace: (data) => {
        replacing.current = true;
        model.data = { ...data };
        replacing.current = false;
      },
      validate: () =>
        new Promise((resolve) => {
          // undefined where a validator of the host asks somebody and takes its time
          const valid: boolean | undefined = model.validate(true, true, (hasErrors) => resolve(!hasErrors));
          if (valid !== undefined) resolve(valid);
        }),
    }),
    [model],
  );

  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current!;
    // What was typed is judged when somebody leaves the field, not while they type; where they leave it by pressing a button,
    // once that is released: what the message pushes down would be gone from under the pointer.
    let pressed = false;
    const press = ({ type }: Event): void => {
      pressed = type === 'pointerdown';
    };
    const leave = ({ target }: Event): void => {
      const question = isTextField(target) ? questionAround(model, target) : undefined;
      if (question === undefined || question.isEmpty()) return;
      const judge = (): void => void question.validate(true);
      if (pressed) window.addEventListener('pointerup', () => setTimeout(judge), { once: true });
      else judge();
    };
    // Radio buttons have no way of their own to take an answer back.
    const takeBack = (event: KeyboardEvent): void => {
      if (event.key !== 'Delete' && event.key !== 'Backspace') return;
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
      event.preventDefault();
      questionAround(model, event.target)?.clearValue();
    };
    for (const type of POINTER) window.addEventListener(type, press, true);
    element.addEventListener('focusout', leave);
    element.addEventListener('keydown', takeBack);
    return () => {
      for (const type of POINTER) window.removeEventListener(type, press, true);
      element.removeEventListener('focusout', leave);
      element.removeEventListener('keydown', takeBack);
    };
  }, [model]);

  return (
    <div ref={box}>
      <SurveyView model={model} />
    </div>
  );
});

const POINTER = ['pointerdown', 'pointerup', 'pointercancel'];

const isTextField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.matches('input[type=text], textarea');

const questionAround = (model: Model, target: Element): Question | undefined =>
  model.getAllQuestions().find(({ id }) => document.getElementById(id)?.contains(target));

/** Questions that a condition of the host's hides. One behind a consent that has not been given is still asked. */
function leftOut(model: Model): string[] {
  const isHidden = (element: Question | PanelModelBase): boolean => {
    if (!element.visible && !element.name.startsWith(GATE)) return true;
    const parent = (element as Question).parent as PanelModelBase | null;
    return parent != null && isHidden(parent);
  };
  return model
    .getAllQuestions()
    .filter(isHidden)
    .map(({ name }) => name);
}
