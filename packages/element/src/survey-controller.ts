import {
  type AnswerStore,
  type FormAnswers,
  type FormMessages,
  formIdOf,
  openAnswerStore,
  Session,
} from '@peerscale/form';
import { type ChosenContent, chooseContent } from './content/choose-content.ts';
import { ContentError } from './content/content-error.ts';
import { type ElementOptions, languageAround } from './element-options.ts';
import { emit } from './emit.ts';
import { inTime } from './in-time.ts';
import { Sending } from './sending.ts';
import { draftKeyOf } from './session/draft-key.ts';
import { endpointOf } from './session/endpoint-of.ts';
import { textsFor } from './session/texts-for.ts';
import { FormScreen } from './view/form-screen.ts';
import { keepingNote } from './view/keeping-note.ts';
import { problemScreen } from './view/problem-screen.ts';
import { Stage } from './view/stage.ts';

/** A page that goes away says so by either: a phone may end one in the background without another word. */
const LEAVING = [
  [() => window, 'pagehide'],
  [() => document, 'visibilitychange'],
] as const;

/** All that goes on between the attributes of the element and what is in its shadow root. */
export class SurveyController {
  readonly stage = new Stage();
  readonly #host: HTMLElement;
  readonly #redraw: () => void;
  readonly #sending: Sending;
  readonly #onLeaving = () => this.#session?.keepLastMoment();
  #options!: ElementOptions;
  #chosen: ChosenContent | null = null;
  #store: AnswerStore | null = null;
  #session: Session | null = null;
  #screen: FormScreen | null = null;
  #texts!: FormMessages;
  #locale = 'en';
  /** what the form was drawn of and is kept under; another is another sitting */
  #identity = '';
  #turn = 0;
  #endpoint: string | null = null;
  #denied = false;
  #reported = '';
  /** answers the host gave before there was a form */
  #initial: FormAnswers = {};

  /** @param redraw draws anew, when the person asks for it */
  constructor(host: HTMLElement, redraw: () => void) {
    this.#host = host;
    this.#redraw = redraw;
    this.#sending = new Sending(host, this.stage, () => void this.reset());
    this.stage.form.addEventListener('keydown', (event) => this.#current?.onKey(event));
  }

  /** The questions, while they are what is on show. */
  get #current(): FormScreen | null {
    return this.#screen !== null && this.stage.form.contains(this.#screen.end.root) ? this.#screen : null;
  }

  get answers(): FormAnswers {
    return this.#session?.answers ?? this.#initial;
  }

  /** Other answers from the host. */
  set answers(value: FormAnswers) {
    this.#initial = value;
    if (this.#session === null) return;
    this.#take(this.#session);
    this.#current?.fill();
  }

  #take(session: Session): void {
    if (session.replace(this.#initial)) return;
    emit(this.#host, 'error', { code: 'value-invalid', message: 'value: does not fit the form, and is left out' });
  }

  /**
   * Draws the form. Of several calls the last counts.
   *
   * @param load what the form consists of; rejects with a ContentError
   */
  async draw(
    options: ElementOptions,
    labels: Partial<FormMessages>,
    load: () => Promise<unknown> | null,
  ): Promise<void> {
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn;
    this.#options = options;
    for (const [target, name] of LEAVING) target().addEventListener(name, this.#onLeaving);
    const around = languageAround(this.#host);
    await this.#speak(options.locale ?? around ?? 'en', labels);
    if (stale()) return;
    if (this.#chosen === null) this.stage.wait(this.#texts.loading);
    const loading = load();
    if (loading === null) return; // nothing to show yet
    try {
      const bundle = await loading;
      if (stale()) return;
      const chosen = await chooseContent(bundle, options.locale, around);
      if (options.locale === null && chosen.content.locale !== this.#locale)
        await this.#speak(chosen.content.locale, labels);
      if (!stale()) await this.#open(chosen, endpointOf(options.endpoint), stale);
    } catch (error) {
      if (stale()) return;
      // whatever else there is in a bundle that no check foresaw, it is the bundle that is wrong
      this.#fail(error instanceof ContentError ? error : new ContentError('instrument-invalid', String(error)));
    }
  }

  /** Lets go of everything outside of the element; `draw` takes it up again. */
  release(): void {
    this.#turn++;
    for (const [target, name] of LEAVING) target().removeEventListener(name, this.#onLeaving);
    this.#sending.queue.close();
    this.#store?.close();
  }

  async reset(): Promise<void> {
    await this.#session?.clear();
    this.#initial = {};
    // what became of the last record is over
    this.#sending.queue.close();
    this.#sending.renew();
    if (this.#store !== null) await this.#sending.queue.open(this.#store, this.#endpoint);
    this.#show();
  }

  async #speak(locale: string, labels: Partial<FormMessages>): Promise<void> {
    const { texts, locale: chosen } = await textsFor(locale, labels);
    this.#texts = texts;
    this.#locale = chosen;
    this.stage.speak(chosen);
  }

  #fail({ code, message }: ContentError): void {
    this.#chosen = this.#screen = null;
    this.#sending.about(null);
    this.stage.show(null, problemScreen(code, this.#texts, this.#redraw));
    emit(this.#host, 'error', { code, message });
  }

  async #open(chosen: ChosenContent, endpoint: string | null, stale: () => boolean): Promise<void> {
    const { keep, draftKey } = this.#options;
    const key = draftKeyOf(draftKey, this.#host, chosen.content);
    const identity = [keep, key, formIdOf(chosen.content)].join('\n');
    if (this.#session !== null && identity === this.#identity) {
      this.#session.show(chosen.content);
    } else if (!(await this.#begin(chosen, key, stale))) return;
    this.#identity = identity;
    this.#endpoint = endpoint;
    await inTime(this.#sending.queue.open(this.#store!, endpoint));
    if (stale()) return;
    this.#chosen = chosen;
    this.#show();
    const items = chosen.blocks.flatMap(({ questions }) => questions.map(({ item }) => item));
    emit(this.#host, 'ready', { items });
  }

  /** A sitting, with what is kept of it. @returns false where another drawing has overtaken this one */
  async #begin({ content }: ChosenContent, key: string, stale: () => boolean): Promise<boolean> {
    this.#sending.renew();
    this.#store?.close();
    const store = openAnswerStore({ key, mode: this.#options.keep });
    this.#store = store;
    const session = new Session(content, store, key, (kept) => this.#kept(kept));
    this.#take(session);
    const restoring = session.restore();
    const restored = await inTime(restoring);
    if (stale()) return false;
    this.#session = session;
    if (restored === true) this.stage.announce(this.#texts.restored);
    if (restored === null) void restoring.then((late) => late && this.#current?.fill());
    return true;
  }

  /** What there is to see, by how far the sitting has come. */
  #show(): void {
    const [chosen, session, store] = [this.#chosen, this.#session, this.#store];
    const [texts, locale, { mode, shared }] = [this.#texts, this.#locale, this.#options];
    if (chosen === null || session === null || store === null || this.#sending.finished) return;
    const screen = new FormScreen({
      chosen,
      session,
      texts,
      locale,
      mode,
      onAnswer: ({ part, item }, value) => {
        emit(this.#host, 'change', { part, item, value, answers: session.answers });
      },
      onProgress: (answered, total) => this.#progress(answered, total),
      onSend: () => void this.#sending.send(screen),
      onClear: () => {
        void this.reset();
        this.stage.announce(texts.cleared);
        this.stage.form.querySelector<HTMLElement>('h2')?.focus();
      },
      announce: (text) => this.stage.announce(text),
    });
    this.#screen = screen;
    this.stage.show(screen.titleId, ...screen.nodes);
    this.stage.form.classList.toggle('single', mode === 'single');
    this.#note();
    this.#sending.about({ chosen, session, store, texts, locale, shared });
  }

  #progress(answered: number, total: number): void {
    const now = `${answered}/${total}`;
    if (now === this.#reported) return;
    this.#reported = now;
    emit(this.#host, 'progress', { answered, total });
  }

  #note(): void {
    if (this.#store !== null) this.#screen?.keep(keepingNote(this.#store, this.#options.shared, this.#texts));
  }

  #kept(kept: boolean): void {
    this.#note();
    const denied = !kept && this.#store?.mode !== 'none';
    if (denied && !this.#denied) {
      emit(this.#host, 'error', { code: 'storage-denied', message: `answers are not kept: ${this.#store?.problem}` });
    }
    this.#denied = denied;
  }
}
