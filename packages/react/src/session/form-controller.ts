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
import type { Queue } from '../delivery/open-queue.ts';
import { deliveryTools } from '../loaders.ts';
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
  /** whether what was kept has been looked up */
  readonly looked: boolean;
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
 * One sitting with a form, without any drawing: the answers, what is kept of them on the device, and the hand-over. The
 * truth is here, written before the browser gets control back; what React shows follows.
 */
export class FormController {
  readonly store: AnswerStore;
  readonly session: Session;
  readonly #endpoint: string | undefined;
  readonly #host: FormHost;
  readonly #listeners = new Set<() => void>();
  #state: FormState;
  #queue: Queue | null = null;
  #lastRecord: { readonly basis: readonly unknown[]; readonly record: AnyRecord } | null = null;
  #content: FormContent;
  #leftOut: readonly (readonly [part: string, item: string])[] = [];
  #denied = false;
  #sending = false;
  /** counts starts and stops: what comes late belongs to one that is over */
  #run = 0;
  #restoring: Promise<void> | null = null;
  /** hashes on their way: sending waits for them */
  readonly #hashing = new Map<string, Promise<void>>();

  constructor({ content, key, keep, endpoint }: FormControllerOptions, host: FormHost) {
    this.#content = content;
    this.#endpoint = endpoint;
    this.#host = host;
    this.store = laterStore(key, keep);
    this.session = new Session(content, this.store, key, (kept) => this.#kept(kept));
    this.#state = {
      answers: {},
      status: 'answering',
      delivery: { status: 'idle' },
      restored: false,
      looked: false,
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
    this.#run++;
    // where it cannot be loaded now, sending tries again
    if (this.#endpoint !== undefined) this.#open().catch(() => {});
    const leaving = () => this.session.keepLastMoment();
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      leaving();
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
      this.#run++;
      this.#queue?.close();
      this.#queue = null;
      this.store.close();
    };
  }

  async #restore(): Promise<void> {
    const restored = await this.session.restore();
    this.#set({ looked: true, restored, problem: this.store.problem, answers: this.session.answers });
    if (restored) this.#host.show();
  }

  /** @returns the queue to hand over to; null once this start is over */
  async #open(): Promise<Queue | null> {
    const run = this.#run;
    const { openQueue } = await deliveryTools.load();
    if (run !== this.#run) return null;
    const { delivery } = this.#state;
    this.#queue ??= openQueue({
      endpoint: this.#endpoint!,
      store: this.store,
      unsent: delivery.status === 'idle' || delivery.status === 'saved' ? null : delivery.record,
      onState: (state, error) => this.#follow(state, error),
    });
    return this.#queue;
  }

  /** The wording shown from now on. */
  show(content: FormContent): void {
    if (content === this.#content) return;
    this.session.show(content);
    this.#content = content;
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
  leaveOut(places: readonly (readonly [part: string, item: string])[]): void {
    this.#leftOut = places;
  }

  /** The person hands the answers over. */
  async send(): Promise<void> {
    if (this.#sending || this.#state.status === 'delivering') return;
    this.#sending = true;
    try {
      await Promise.all(this.#hashing.values());
      await this.#handOver();
    } finally {
      this.#sending = false;
    }
  }

  async #handOver(): Promise<void> {
    const record = this.#record();
    this.#set({ submitted: true });
    this.#host.emit('submit', { record });
    this.#set({ status: 'sending' });
    try {
      if (this.#endpoint !== undefined) {
        await (await this.#open())?.submit(record);
        return;
      }
      await this.#host.handOver(record);
      await this.store.clear();
      this.#set({ status: 'saved' });
      this.#host.emit('saved', { record });
    } catch (error) {
      // The host's own affair: the person learns that it did not work, and the answers stay.
      this.#set({ status: 'failed' });
      this.#host.emit('error', {
        code: 'endpoint-refused',
        message: `the host did not take the record over: ${error}`,
      });
    }
  }

  /** The very same record as before where nothing was changed since, also its finishing time. */
  #record(): AnyRecord {
    const basis = [this.session.answers, this.#content, this.#leftOut] as const;
    const before = this.#lastRecord;
    if (before?.basis.every((one, at) => one === basis[at])) return before.record;
    const record = this.session.record(new Date(), this.#leftOut);
    this.#lastRecord = { basis, record };
    return record;
  }

  #follow(delivery: DeliveryState<AnyRecord>, error: FormEvents['error'] | null): void {
    const status = delivery.status === 'idle' ? 'answering' : delivery.status === 'saved' ? 'saved' : 'delivering';
    this.#set({ delivery, status });
    if (delivery.status === 'saved') this.#host.emit('saved', { record: delivery.record });
    if (error !== null) this.#host.emit('error', error);
  }

  /** Tries at once what is waiting. */
  async retry(): Promise<void> {
    const { delivery } = this.#state;
    if (delivery.status !== 'idle') await this.#queue?.submit(delivery.record);
  }

  saveAsFile(): boolean {
    return this.#queue?.saveAsFile() ?? false;
  }

  /** Forgets a record that can never arrive, and begins anew. */
  async discard(): Promise<void> {
    const { delivery } = this.#state;
    if (delivery.status !== 'idle') await this.#queue?.discard(delivery.record.idempotencyKey);
    await this.clear();
  }

  /** Forgets every answer, here and on the device: what follows is another sitting. */
  async clear(): Promise<void> {
    const clearing = this.session.clear();
    this.#lastRecord = null;
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
