import { type AnswerStore, type AnyRecord, type DeliveryState, recordOf, type Session } from '@peerscale/form';
import type { ChosenContent } from './content/choose-content.ts';
import { emit } from './emit.ts';
import { handOver } from './session/hand-over.ts';
import { Queue } from './session/queue.ts';
import { contacts } from './view/contacts.ts';
import { type DeliveryPanel, deliveryPanel } from './view/delivery-panel.ts';
import type { FormScreen } from './view/form-screen.ts';
import type { Surroundings } from './view/question-view.ts';
import type { Stage } from './view/stage.ts';
import { thankYou } from './view/thank-you.ts';

/** A form on the page: what a hand-over is about. */
export interface OpenForm extends Pick<Surroundings, 'texts' | 'locale'> {
  readonly chosen: ChosenContent;
  readonly session: Session;
  readonly store: AnswerStore;
  /** whether another person may follow on this computer */
  readonly shared: boolean;
}

/** From "Send" to "Thank you", or to what the person can do where that does not come. */
export class Sending {
  readonly queue = new Queue((state) => this.follow(state));
  readonly #host: HTMLElement;
  readonly #stage: Stage;
  readonly #onAgain: () => void;
  #form: OpenForm | null = null;
  #panel: DeliveryPanel | null = null;
  #sending = false;
  /** whether the person has handed over here, and not only on another day */
  #submitted = false;
  #finished = false;

  /** @param onAgain begins another sitting */
  constructor(host: HTMLElement, stage: Stage, onAgain: () => void) {
    this.#host = host;
    this.#stage = stage;
    this.#onAgain = onAgain;
  }

  /** Whether the answers of this sitting have arrived. */
  get finished(): boolean {
    return this.#finished;
  }

  /** What is on the page, in place of what was; what is on its way is shown instead of it. */
  about(form: OpenForm | null): void {
    this.#form = form;
    this.#panel = null;
    const state = this.queue.delivery?.state;
    if (form !== null && state !== undefined) this.follow(state);
  }

  /** Another sitting. */
  renew(): void {
    this.#finished = this.#submitted = false;
  }

  /** The person hands the answers over. */
  async send(screen: FormScreen): Promise<void> {
    const form = this.#form;
    if (form === null || this.#sending) return;
    const record = recordOf(form.session);
    this.#submitted = true;
    const { delivery } = this.queue;
    if (delivery !== null) {
      emit(this.#host, 'submit', { record, waitUntil: () => {} });
      await delivery.submit(record);
      return;
    }
    this.#sending = true;
    screen.busy(true);
    const arrived = await handOver(record, (detail) => emit(this.#host, 'submit', detail));
    this.#sending = false;
    screen.busy(false);
    if (arrived) {
      await form.store.clear();
      this.#thank(form, record, false, undefined);
    } else {
      screen.end.fail(form.texts.failed);
      emit(this.#host, 'error', { code: 'endpoint-refused', message: 'the host did not take the record over' });
    }
  }

  /** What the queue says about the record of this sitting, or one from before. */
  follow(state: DeliveryState<AnyRecord>): void {
    const form = this.#form;
    if (form === null || state.status === 'idle') return;
    if (state.status === 'saved') {
      this.#thank(form, state.record, state.earlier, state.answer);
      return;
    }
    const before = this.#panel;
    const panel = before ?? this.#makePanel(form, state.record);
    this.#panel = panel;
    panel.show(state);
    if (before === null) this.#replace(form, panel.root.querySelector('h2')!, panel.root);
    if (state.status === 'refused') {
      const message = `${state.refusal.status} ${state.refusal.title}`;
      emit(this.#host, 'error', { code: 'endpoint-refused', message });
    } else if (state.status !== 'sending') {
      const message = state.status === 'offline' ? 'there is no connection' : `not yet arrived: ${state.reason}`;
      emit(this.#host, 'error', { code: 'offline', message });
    }
  }

  #makePanel({ texts, locale, store }: OpenForm, record: AnyRecord): DeliveryPanel {
    return deliveryPanel({
      texts,
      locale,
      now: Date.now,
      outlives: store.mode === 'device',
      onRetry: () => void this.queue.delivery?.submit(record),
      onSave: () => this.queue.delivery?.saveAsFile() ?? false,
      onDiscard: () => void this.queue.delivery?.discard(record.idempotencyKey).then(this.#onAgain),
    });
  }

  #thank(form: OpenForm, record: AnyRecord, earlier: boolean, answer: unknown): void {
    this.#finished = true;
    this.#panel = null;
    const thanks = thankYou({ texts: form.texts, earlier, onAnother: form.shared ? this.#onAgain : null });
    this.#replace(form, thanks, thanks);
    void this.#showScores(form, thanks);
    emit(this.#host, 'saved', { record, answer });
  }

  #replace({ chosen: { content }, texts }: OpenForm, focus: HTMLElement, root: HTMLElement): void {
    this.#stage.replace(focus, this.#submitted, root, ...contacts(content.plan, content.locale, texts.helpTitle));
  }

  /** Only of what has been answered here: a record from before is no longer at hand. */
  async #showScores({ chosen: { content }, session, locale }: OpenForm, thanks: HTMLElement): Promise<void> {
    if (!this.#submitted || content.plan.showScores === undefined) return;
    const { answers } = session;
    try {
      const { scoresPanel } = await import('./view/scores-panel.ts');
      thanks.after(scoresPanel(content, answers, locale));
    } catch (error) {
      emit(this.#host, 'error', { code: 'plan-invalid', message: `showScores: ${error}` });
    }
  }
}
