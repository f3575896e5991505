import type { ChosenMessages } from '@peerscale/form';
import { createElement, type ReactElement, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { FormController } from '../session/form-controller.ts';
import { codeEntries, codeFields, lacksEntry } from '../survey/code-fields.ts';
import type { SurveyData } from '../survey/create-model.ts';
import { kindOfField } from '../survey/decorate-model.ts';
import { fieldAnswer, itemOf } from '../survey/field.ts';
import { answerIn, problemText, rawOf } from '../survey/field-value.ts';
import type { QuestionsHandle } from '../survey/questions-view.tsx';
import type { SurveyFormJson } from '../survey/survey-json.ts';
import { useEngine } from '../survey/use-engine.ts';
import type { ReadyContent } from './use-form-content.ts';

export interface QuestionsOptions {
  readonly ready: ReadyContent | null;
  readonly controller: FormController | null;
  readonly labels: ChosenMessages & { readonly ready: boolean };
  readonly id: string;
  readonly extend: ((survey: SurveyFormJson) => SurveyFormJson) | undefined;
  /** told where what draws the questions cannot be loaded; the same function at every render */
  readonly onFailure: (error: unknown) => void;
}

export interface Questions {
  /** null until they can be drawn */
  readonly element: ReactElement | null;
  readonly handle: RefObject<QuestionsHandle | null>;
  /** names of the questions that branches leave out */
  readonly leftOut: readonly string[];
  /** what SurveyJS is to hold for the answers there are */
  readonly read: () => SurveyData;
  readonly failed: boolean;
  readonly load: () => void;
}

const keys = new WeakMap<object, number>();
let count = 0;

/** A React key that is another for every object. */
function keyOf(object: object): number {
  const key = keys.get(object) ?? ++count;
  keys.set(object, key);
  return key;
}

/** Between the answers of a sitting and the questions that SurveyJS draws. */
export function useQuestions({ ready, controller, labels, id, extend, onFailure }: QuestionsOptions): Questions {
  const { texts, locale } = labels;
  const { engine, failed, retry } = useEngine(onFailure);
  const handle = useRef<QuestionsHandle>(null);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const byName = useMemo(() => new Map(ready?.fields.map((field) => [field.name, field])), [ready]);

  const read = useCallback((): SurveyData => {
    if (controller === null || ready === null) return {};
    const answers = controller.session.answersIn(ready.content);
    const data: Record<string, unknown> = {};
    for (const field of ready.fields) {
      const raw = rawOf(field, fieldAnswer(answers, field), locale);
      if (raw !== undefined) data[field.name] = raw;
    }
    return data;
  }, [controller, ready, locale]);

  const onValue = useCallback(
    (name: string, value: unknown, data: SurveyData) => {
      const field = byName.get(name);
      if (field === undefined) return; // a question of the host's
      const { part } = field;
      if (field.kind !== 'code') controller?.answer(part.id, itemOf(field), answerIn(field, value));
      else controller?.answerCode(field.part, codeEntries(codeFields(byName.values(), part.id), data));
    },
    [controller, byName],
  );

  const problemOf = useCallback(
    (name: string, value: unknown, data: SurveyData): string | null => {
      const field = byName.get(name);
      if (field === undefined) return null;
      if (field.kind !== 'code') return typeof value === 'string' ? problemText(field, value, texts, locale) : null;
      return lacksEntry(field, codeFields(byName.values(), field.part.id), data) ? texts.codeIncomplete : null;
    },
    [byName, texts, locale],
  );

  const onLeftOut = useCallback(
    (names: readonly string[]) => {
      setLeftOut(names);
      const places = names.flatMap((name) => {
        const field = byName.get(name);
        return field === undefined ? [] : [[field.part.id, itemOf(field)] as const];
      });
      controller?.leaveOut(places);
    },
    [controller, byName],
  );

  // `extend` is asked once for every form and language, and not whenever a host hands down another function
  const json = useMemo(() => {
    if (ready === null) return null;
    const copy = structuredClone(ready.json);
    return extend?.(copy) ?? copy;
  }, [ready]);

  const element = useMemo(() => {
    if (engine === null || json === null || controller === null || !labels.ready) return null;
    const requiredMark = `(${texts.required})`;
    const kindOf = (name: string) => kindOfField(byName.get(name));
    const props = { json, idPrefix: id, requiredMark, kindOf, readData: read, onValue, onLeftOut, problemOf, handle };
    return createElement(engine.QuestionsView, { key: keyOf(json), ...props });
  }, [engine, json, controller, labels.ready, id, texts, byName, read, onValue, onLeftOut, problemOf]);
  return { element, handle, leftOut, read, failed, load: retry };
}
