import type { ResponseRecord } from '@peerscale/core';
import { checkDraft } from '../draft/check-draft.ts';
import type { Draft } from '../draft/draft.ts';
import type { FormContent } from '../plan/form-content.ts';
import { formIdOf } from '../plan/form-id-of.ts';
import type { Answers } from '../record/answers.ts';
import { codingOf } from '../record/coding-of.ts';
import type { CodeHashes, FormAnswers, PartValue } from '../record/form-answers.ts';
import type { FormRecord } from '../record/form-record.ts';
import { recodeAnswers } from '../record/recode-answers.ts';
import { newSitting, type Sitting } from '../record/sitting.ts';
import type { AnswerStore } from '../store/answer-store.ts';
import { takeLastMoment, writeLastMoment } from './last-moment.ts';

/** Anything that a form hands over. */
export type AnyRecord = ResponseRecord | FormRecord;

/** What one question is answered with; null where it is open. */
export type QuestionValue = PartValue | CodeHashes | null;

/**
 * One sitting with a form, without any drawing: the answers, and what is kept of them on the device (the record comes from
 * `recordOf`). The answers are in the coding of the wording shown; with another wording they are turned (`show`).
 */
export class Session {
  #sitting = newSitting();
  #given: FormAnswers = {};
  #content: FormContent;
  readonly #store: AnswerStore;
  readonly #key: string;
  readonly #onKept: (kept: boolean) => void;
  /** whether the person has answered here: then what was kept comes too late */
  #touched = false;
  /** how many changes are on their way to the disk */
  #unsaved = 0;
  /** part and item in view, where the form shows one at a time: where to go on */
  #position: string | undefined;

  /** @param key what keeps this form apart from others, as for the store; `onKept` is told after each step whether it is kept */
  constructor(content: FormContent, store: AnswerStore, key: string, onKept: (kept: boolean) => void) {
    this.#content = content;
    this.#store = store;
    this.#key = key;
    this.#onKept = onKept;
  }

  /** What is asked, in the wording shown. */
  get content(): FormContent {
    return this.#content;
  }

  get sitting(): Sitting {
    return this.#sitting;
  }

  /** By part id; see `FormAnswers`. */
  get answers(): FormAnswers {
    return this.#given;
  }

  /** Brings back what was kept. @returns whether there was something */
  async restore(): Promise<boolean> {
    const checked = (draft: unknown) => (draft === null ? null : checkDraft(this.#content, draft));
    // read at once: what was left in the last moment is later than what is on the disk
    const left = this.#store.mode === 'none' ? null : checked(takeLastMoment(this.#key));
    const draft = left ?? checked(await this.#store.load());
    if (draft === null || this.#touched || Object.keys(draft.answers).length === 0) return false;
    this.#sitting = { idempotencyKey: draft.idempotencyKey, startedAt: draft.startedAt };
    this.#position = draft.position;
    this.#given = turned(this.#content, draft.answers, draft.codings);
    if (left !== null) void this.keep();
    return true;
  }

  /** Answers from the host, in the coding of the wording shown. @returns false, and nothing changes, where they do not fit */
  replace(answers: FormAnswers): boolean {
    const draft = this.#draftOf(answers);
    if (checkDraft(this.#content, draft) === null) return false;
    this.#given = answers;
    return true;
  }

  /** The same answers under another wording of the same form. */
  show(content: FormContent): void {
    this.#given = this.answersIn(content);
    this.#content = content;
  }

  /** The answers as they are under another wording of the same form; changes nothing. */
  answersIn(content: FormContent): FormAnswers {
    return content === this.#content ? this.#given : turned(content, this.#given, codingsOf(this.#content));
  }

  valueOf(part: string, item: string): QuestionValue {
    const answer = own(this.#given, part);
    if (answer === undefined) return null;
    if (this.#content.instruments[part] === undefined) return answer as QuestionValue;
    return (own(answer as Answers, item) as QuestionValue | undefined) ?? null;
  }

  answer(part: string, item: string, value: QuestionValue): void {
    this.#touched = true;
    if (this.#content.instruments[part] === undefined) {
      this.#given = withValue(this.#given, part, value);
    } else {
      const answers = withValue((own(this.#given, part) ?? {}) as Answers, item, value as number | null);
      this.#given = withValue(this.#given, part, Object.keys(answers).length === 0 ? null : answers);
    }
    void this.keep();
  }

  get position(): string | undefined {
    return this.#position;
  }

  /** The person is at another question now. */
  moveTo(position: string | undefined): void {
    this.#position = position;
    if (Object.keys(this.#given).length > 0) void this.keep();
  }

  /** Puts the answers of this moment on the device. */
  async keep(): Promise<void> {
    this.#unsaved++;
    const kept = await this.#store.save(this.#draftOf(this.#given));
    this.#unsaved--;
    if (this.#unsaved === 0) writeLastMoment(this.#key, null);
    this.#onKept(kept);
  }

  /** The page may go away now: what is not on the disk yet is put where it takes no time. */
  keepLastMoment(): void {
    if (this.#unsaved > 0 && this.#store.mode !== 'none') writeLastMoment(this.#key, this.#draftOf(this.#given));
  }

  #draftOf(answers: FormAnswers): Draft {
    return {
      format: 'peerscale/draft@2',
      form: formIdOf(this.#content),
      ...this.#sitting,
      answers,
      codings: codingsOf(this.#content),
      ...(this.#position !== undefined && { position: this.#position }),
    };
  }

  /** Forgets every answer: what follows is another sitting. */
  async clear(): Promise<void> {
    this.#sitting = newSitting();
    this.#given = {};
    this.#position = undefined;
    this.#unsaved = 0;
    writeLastMoment(this.#key, null);
    await this.#store.clear();
  }
}

function codingsOf({ instruments }: FormContent) {
  return Object.fromEntries(Object.entries(instruments).map(([part, { textPack }]) => [part, codingOf(textPack)]));
}

function turned(content: FormContent, answers: FormAnswers, from: ReturnType<typeof codingsOf>): FormAnswers {
  const to = codingsOf(content);
  return Object.fromEntries(
    Object.entries(answers).map(([part, answer]) => {
      const instrument = content.instruments[part]?.instrument;
      if (instrument === undefined || from[part] === undefined) return [part, answer];
      return [part, recodeAnswers(instrument, answer as Answers, from[part], to[part]!)];
    }),
  );
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function withValue<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
