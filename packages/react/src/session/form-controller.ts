import type {
  AnswerStore,
  AnyRecord,
  CodeHashes,
  DeliveryState,
  FormAnswers,
  FormContent,
  FormEvents,
  KeepMode,
  QuestionValue,
} from '@peerscale/form';
import { Session } from '@peerscale/form/answering';
import type { HandOver, Place } from '../ending/hand-over.ts';
import { deliveryTools, ending } from '../loaders.ts';
import { laterStore } from './later-store.ts';

/** How far a sitting has come. */
export interface FormState {
  readonly answers: FormAnswers;
  /**
   * `delivering`: the record is on its way to the endpoint (see `delivery`) · `failed`: the host did not take it ·
   * `saved`: it has arrived
   */
  readonly status: 'answering' | 'sending' | 'failed' | 'delivering' | 'saved';
  readonly delivery: DeliveryState<AnyRecord>;
  /** whether answers from before are back */
  readonly restored: boolean;
  /** why answers are not kept on the device; null while they are */
  readonly problem: AnswerStore['problem'];
  /** whether the person has handed over here, and not only on another day */
  readonly submitted: boolean;
}

export interface FormControllerOptions {
  readonly content: FormContent;
  /** what keeps this form apart from others on the device */
  readonly key: string;
  readonly keep: KeepMode;
  /** where to post records; without, `handOver` takes them */
  readonly endpoint: string | undefined;
}

/** What the controller tells, and asks of, the host. */
export interface FormHost {
  readonly emit: <Name extends keyof FormEvents>(name: Name, detail: FormEvents[Name]) => void;
  /** Takes a record over; rejects where it could not. */
  readonly handOver: (record: AnyRecord) => Promise<unknown>;
  /** Shows these answers in the questions. */
  readonly show: () => void;
}

/**
 * One sitting with a form, without any drawing: the answers, and what is kept of them on the device; the hand-over is
 * loaded when it comes into sight. The truth is here, written before the browser gets control back; what React shows
 * follows.
 */
export class FormController {
  readonly store: AnswerStore;
  readonly session: Session;
  readonly #endpoint: string | undefined;
  readonly #host: FormHost;
  readonly #listeners = new Set<() => void>();
  #state: FormState;
  #handOver: HandOver | null = null;
  #leftOut: readonly Place[] = [];
  #denied = false;
  /** counts starts and stops: what comes late belongs to one that is over */
  #run = 0;
  #restoring: Promise<void> | null = null;
  /** hashes on their way: sending waits for them */
  readonly #hashing = new Map<string, Promise<void>>();

  constructor({ content, key, keep, endpoint }: FormControllerOptions, host: FormHost) {
    this.#endpoint = endpoint;
    this.#host = host;
    this.store = laterStore(key, keep);
    this.session = new Session(content, this.store, key, (kept) => this.#kept(kept));
    this.#state = {
      answers: {},
      status: 'answering',
      delivery: { status: 'idle' },
      restored: false,
      problem: this.store.problem,
      submitted: false,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly read = (): FormState => this.#state;

  #set(change: Partial<FormState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Looks up what is on the device, and sends what is left from before. @returns a function that lets go of it all */
  start(): () => void {
    // once: what a page was left with in its last moment is there to be read once, and StrictMode mounts twice
    this.#restoring ??= this.#restore();
    const run = ++this.#run;
    if (this.#endpoint !== undefined) {
      // where it cannot be loaded now, sending tries again
      this.#handing()
        .then((one) => (run === this.#run ? one.open() : null))
        .catch(() => {});
    }
    const leaving = () => this.session.keepLastMoment();
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      leaving();
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
      this.#run++;
      this.#handOver?.close();
      this.store.close();
    };
  }

  async #restore(): Promise<void> {
    const restored = await this.session.restore();
    this.#set({ restored, problem: this.store.problem, answers: this.session.answers });
    if (restored) this.#host.show();
  }

  async #handing(): Promise<HandOver> {
    const { HandOver } = await ending.load();
    this.#handOver ??= new HandOver({
      session: this.session,
      store: this.store,
      host: this.#host,
      endpoint: this.#endpoint,
      read: this.read,
      set: (change) => this.#set(change),
      leftOut: () => this.#leftOut,
      loadQueue: deliveryTools.load,
    });
    return this.#handOver;
  }

  /** The wording shown from now on. */
  show(content: FormContent): void {
    if (content === this.session.content) return;
    this.session.show(content);
    this.#set({ answers: this.session.answers });
  }

  /** Answers from the host, in the coding of the wording shown. */
  replace(answers: FormAnswers): void {
    if (!this.session.replace(answers)) {
      this.#host.emit('error', { code: 'value-invalid', message: 'value: does not fit the form, and is left out' });
      return;
    }
    this.#set({ answers: this.session.answers });
    this.#host.show();
  }

  answer(part: string, item: string, value: QuestionValue): void {
    // half an entry after another is no change
    if (value === null && this.session.valueOf(part, item) === null) return;
    this.session.answer(part, item, value);
    const { answers } = this.session;
    this.#set({ answers });
    this.#host.emit('change', { part, item, value, answers });
  }

  /** The hashes of what was typed for a self-generated code, which take a moment; null while it is not whole. */
  answerCode(part: string, hashes: Promise<CodeHashes | null> | null): void {
    const mine: Promise<void> = (hashes ?? Promise.resolve(null))
      .catch(() => null)
      .then((value) => {
        if (this.#hashing.get(part) !== mine) return; // another letter has been typed since
        this.#hashing.delete(part);
        this.answer(part, part, value);
      });
    this.#hashing.set(part, mine);
  }

  /** What branches of the form leave out now, by part and item. */
  leaveOut(places: readonly Place[]): void {
    this.#leftOut = places;
  }

  /** The person hands the answers over. */
  async send(): Promise<void> {
    await Promise.all(this.#hashing.values());
    try {
      await (await this.#handing()).send();
    } catch (error) {
      this.#set({ status: 'failed' });
      this.#host.emit('error', { code: 'endpoint-refused', message: `the answers were not handed over: ${error}` });
    }
  }

  /** Tries at once what is waiting. */
  async retry(): Promise<void> {
    await this.#handOver?.retry();
  }

  saveAsFile(): boolean {
    return this.#handOver?.saveAsFile() ?? false;
  }

  /** Forgets a record that can never arrive, and begins anew. */
  async discard(): Promise<void> {
    await this.#handOver?.discard();
    await this.clear();
  }

  /** Forgets every answer, here and on the device: what follows is another sitting. */
  async clear(): Promise<void> {
    const clearing = this.session.clear();
    this.#hashing.clear();
    this.#set({
      answers: this.session.answers,
      status: 'answering',
      delivery: { status: 'idle' },
      restored: false,
      submitted: false,
    });
    this.#host.show();
    await clearing;
  }

  #kept(kept: boolean): void {
    const { problem, mode } = this.store;
    if (problem !== this.#state.problem) this.#set({ problem });
    const denied = !kept && mode !== 'none';
    if (denied && !this.#denied) {
      this.#host.emit('error', { code: 'storage-denied', message: `answers are not kept: ${problem}` });
    }
    this.#denied = denied;
  }
}
