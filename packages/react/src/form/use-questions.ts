import type { ChosenMessages, FirstMessages } from '@peerscale/form';
import { createElement, type ReactElement, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { Model } from 'survey-core';
import { engine as engineLoader } from '../loaders.ts';
import type { FormController } from '../session/form-controller.ts';
import type { SurveyData } from '../survey/create-model.ts';
import { fieldAnswer, itemOf } from '../survey/field.ts';
import type { QuestionsHandle } from '../survey/questions-view.tsx';
import type { SurveyFormJson } from '../survey/survey-json.ts';
import type { ReadyContent } from './use-form-content.ts';
import { useLoaded } from './use-loaded.ts';

export interface QuestionsOptions {
  readonly ready: ReadyContent | null;
  readonly controller: FormController | null;
  readonly labels: ChosenMessages<FirstMessages> & { readonly ready: boolean };
  readonly id: string;
  readonly extend: ((survey: SurveyFormJson) => SurveyFormJson) | undefined;
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

/** of the forms drawn so far: a React key that is another for each */
let count = 0;

/** Between the answers of a sitting and the questions that SurveyJS draws. */
export function useQuestions({ ready, controller, labels, id, extend }: QuestionsOptions): Questions {
  const { texts, locale } = labels;
  const { module: engine, failed, retry } = useLoaded(engineLoader);
  const handle = useRef<QuestionsHandle>(null);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const byName = useMemo(() => new Map(ready?.fields.map((field) => [field.name, field])), [ready]);
  const tools = ready?.tools ?? null;

  const read = useCallback((): SurveyData => {
    if (controller === null || ready === null) return {};
    const answers = controller.session.answersIn(ready.content);
    const data: Record<string, unknown> = {};
    for (const field of ready.fields) {
      const answer = fieldAnswer(answers, field);
      if (answer !== null) data[field.name] = field.kind === 'item' ? answer : tools?.fieldRaw(field, answer, locale);
    }
    return data;
  }, [controller, ready, tools, locale]);

  const onValue = useCallback(
    (name: string, value: unknown, data: SurveyData) => {
      const field = byName.get(name);
      if (field === undefined) return; // a question of the host's
      if (field.kind !== 'item') tools!.takeValue(controller!, field, byName.values(), value, data);
      else controller?.answer(field.part.id, field.item, typeof value === 'number' ? value : null);
    },
    [controller, byName, tools],
  );

  const problemOf = useCallback(
    (name: string, value: unknown, data: SurveyData): string | null => {
      const field = byName.get(name);
      if (field === undefined || field.kind === 'item') return null;
      return tools!.fieldProblem(field, byName.values(), value, data, texts, locale);
    },
    [byName, tools, texts, locale],
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
  const drawn = useMemo(() => {
    if (ready === null) return null;
    const copy = structuredClone(ready.json);
    return { json: extend?.(copy) ?? copy, key: ++count };
  }, [ready]);

  const element = useMemo(() => {
    if (engine === null || drawn === null || controller === null || !labels.ready) return null;
    const requiredMark = `(${texts.required})`;
    const decorate = (model: Model) => tools?.decorateParts(model, (name) => byName.get(name));
    const props = {
      ...drawn,
      idPrefix: id,
      requiredMark,
      decorate,
      readData: read,
      onValue,
      onLeftOut,
      problemOf,
      handle,
    };
    return createElement(engine.QuestionsView, props);
  }, [engine, drawn, controller, labels.ready, id, texts, byName, tools, read, onValue, onLeftOut, problemOf]);
  return { element, handle, leftOut, read, failed, load: retry };
}
