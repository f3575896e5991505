import type {
  Answers,
  ChosenMessages,
  ConsentPart,
  FirstMessages,
  FormAnswers,
  FormContent,
  FormEvents,
} from '@peerscale/form';
import { countsAsOpen, formIdOf } from '@peerscale/form/answering';
import { type ReactElement, useCallback, useId, useMemo, useRef, useState } from 'react';
import { ContentError } from '../content/content-error.ts';
import type { FormHost, FormState } from '../session/form-controller.ts';
import { type Field, fieldAnswer, itemOf } from '../survey/field.ts';
import { asGiven, byPart, tellHost } from './host-events.ts';
import { isAddress } from './is-address.ts';
import { questionsOf } from './questions-of.ts';
import type { SurveyFormProps } from './survey-form-props.ts';
import { useClientLayoutEffect } from './use-client-layout-effect.ts';
import { useFormContent } from './use-form-content.ts';
import { useFormController } from './use-form-controller.ts';
import { useLabels } from './use-labels.ts';
import { useLatest } from './use-latest.ts';
import { useNews } from './use-news.ts';
import { useQuestions } from './use-questions.ts';
import { useSame } from './use-same.ts';
import { useValue } from './use-value.ts';

/** A form without the look around its questions: what `<SurveyForm>` is made of, for a look of one's own. */
export interface SurveyFormApi {
  /** starts every id in the form */
  readonly id: string;
  /** `loading`: not yet to be answered · `problem`: cannot be shown · the others as in `FormState` */
  readonly status: 'loading' | 'problem' | FormState['status'];
  /** why the form cannot be shown, or not yet */
  readonly problem: FormEvents['error'] | null;
  /**
   * the texts of the interface that answering needs, and their language; null until they are there in that of the form (all
   * texts: `surveyFormLabels`)
   */
  readonly labels: ChosenMessages<FirstMessages> | null;
  /** what is asked, in the language shown; null while there is nothing to show */
  readonly content: FormContent | null;
  /** the questions, to be put into the page, in the direction of `content.locale`; null until they can be drawn */
  readonly questions: ReactElement | null;
  readonly state: FormState | null;
  /** how answers are kept: mode, and why not */
  readonly keep: NonNullable<SurveyFormProps['keep']>;
  readonly answered: number;
  readonly total: number;
  /** names of the questions without an answer, in order; without texts that need not be given */
  readonly open: readonly string[];
  /** whether a consent that must be given keeps the rest shut */
  readonly shut: boolean;
  /** moves the focus to a question */
  readonly focus: (name: string) => void;
  /**
   * Hands the answers over, unless something is wrong with them (which is then shown, and has the focus) or questions are
   * open and `anyway` is not true.
   */
  readonly submit: (anyway?: boolean) => Promise<'sent' | 'invalid' | 'open'>;
  /** forgets every answer, here and on the device */
  readonly clear: () => Promise<void>;
  /** tries to send again, or to load again what draws the questions */
  readonly retry: () => void;
  /** gives the person the record that has not arrived as a file */
  readonly saveAsFile: () => boolean;
  /** forgets a record that can never arrive, and begins anew */
  readonly discard: () => Promise<void>;
}

const NO_LABELS = {};
/** As many answers as a host may be behind. */
const REPORTED = 100;
const NOT_LOADED = 'what draws the questions could not be loaded';

/**
 * A form as state and actions, with the questions as one element to be put where they belong. Needs
 * `@peerscale/react/styles.css`.
 *
 * @example
 * const form = useSurveyForm({ instrument, textPack, endpoint: '/api/studies/spring/responses' });
 * return <>{form.questions}<button onClick={() => form.submit(true)}>Send</button></>;
 */
export function useSurveyForm(props: SurveyFormProps): SurveyFormApi {
  const generated = `peerscale-${useId()}`;
  // SurveyJS makes selectors of ids
  const id = (props.idPrefix ?? generated).replace(/[^\w-]/g, '').replace(/^(?=-?\d)/, '_');
  const { endpoint } = props;
  const keep = props.keep ?? (props.draftKey === undefined ? 'tab' : 'device');
  const latest = useLatest(props);
  // of a text pack that is none, anything may come
  const spoken = String(props.locale ?? props.textPack?.locale ?? props.textPacks?.[0]?.locale ?? 'en');
  const labels = useLabels(spoken, useSame(props.labels ?? NO_LABELS));
  const { texts } = labels;
  const { ready, error: contentError, retry: loadAgain } = useFormContent(props, texts);
  const content = ready?.content ?? null;

  const reported = useRef(new Set<string>());
  const emit = useCallback<FormHost['emit']>(
    (name, detail) => {
      const props = latest.current;
      if ('answers' in detail) remember(reported.current, JSON.stringify(asGiven(props, detail.answers)));
      try {
        tellHost(props, name, detail);
      } catch (error) {
        // the host's mistake is reported as its own and does not stop the form
        queueMicrotask(() => {
          throw error;
        });
      }
    },
    [latest],
  );
  const show = useRef(() => {});
  const [host] = useState<FormHost>(() => ({
    emit,
    handOver: async (record) => latest.current.onSubmit?.(record as never),
    show: () => show.current(),
  }));
  const page = typeof location === 'undefined' ? '' : location.pathname;
  const key = props.draftKey ?? [page, id, content && formIdOf(content)].join(' ');
  const sitting = useFormController(content, { key, keep, endpoint }, host);
  const controller = sitting?.controller ?? null;
  const state = sitting?.state ?? null;

  const questions = useQuestions({ ready, controller, labels, id, extend: props.extend });
  useClientLayoutEffect(() => {
    show.current = () => questions.handle.current?.replace(questions.read());
  });

  const endpointProblem = endpointError(endpoint, props.onSubmit !== undefined);
  const notLoaded = questions.failed ? new ContentError('offline', NOT_LOADED) : null;
  const problem = contentError ?? endpointProblem ?? notLoaded;
  const error = problem?.code;
  const message = problem?.message ?? '';
  useNews(error && [error, message], () => emit('error', { code: error!, message }));

  const asked = useMemo(() => questionsOf(ready?.fields ?? []), [ready]);
  const answers = state?.answers ?? {};
  const leftOut = new Set(questions.leftOut);
  const counted = asked.filter(({ name, field }) => !leftOut.has(name) && countsAsOpen(field.part));
  const open = counted.filter(({ field }) => fieldAnswer(answers, field) === null).map(({ name }) => name);
  const total = counted.length;
  const answered = total - open.length;

  const element = error === undefined ? questions.element : null;
  const isReady = element !== null;
  const items = asked.map(({ field }) => itemOf(field));
  useNews(isReady && items, () => emit('ready', { items }));
  useNews(isReady && [answered, total], () => emit('progress', { answered, total }));
  const take = controller === null ? null : (value: Answers | FormAnswers) => controller.replace(byPart(props, value));
  useValue<Answers | FormAnswers>(props.value, take, reported);

  return {
    id,
    status: error !== undefined ? 'problem' : isReady && state !== null ? state.status : 'loading',
    problem: error === undefined ? null : { code: error, message },
    labels: labels.ready ? labels : null,
    content,
    questions: element,
    state,
    keep,
    answered,
    total,
    open,
    shut: asked.some(({ field }) => isConsent(field) && field.part.mustAgree && fieldAnswer(answers, field) !== true),
    focus: (name) => questions.handle.current?.focus(name),
    async submit(anyway = false) {
      if (controller === null || !(await questions.handle.current?.validate())) return 'invalid';
      if (open.length > 0 && !anyway) return 'open';
      await controller.send();
      return 'sent';
    },
    clear: async () => controller?.clear(),
    retry: () => (loadAgain ?? (questions.failed ? questions.load : () => void controller?.retry()))(),
    saveAsFile: () => controller?.saveAsFile() ?? false,
    discard: async () => controller?.discard(),
  };
}

type ConsentField = Field & { readonly part: ConsentPart };

const isConsent = (field: Field): field is ConsentField => field.part.kind === 'consent';

function remember(reported: Set<string>, content: string): void {
  reported.add(content);
  if (reported.size > REPORTED) reported.delete(reported.values().next().value!);
}

function endpointError(endpoint: string | undefined, hasHandler: boolean): ContentError | null {
  if (endpoint === undefined) {
    return hasHandler ? null : new ContentError('endpoint-invalid', 'there is neither an endpoint nor onSubmit');
  }
  if (isAddress(endpoint)) return null;
  return new ContentError('endpoint-invalid', `${endpoint} is no address that answers can be posted to`);
}
