import type { Instrument, TextPack } from '@peerscale/core';
import type { FormAnswers, FormMessages, FormPlan } from '@peerscale/form';
import { loadBundle } from './content/load-bundle.ts';
import { OBSERVED, readOptions } from './element-options.ts';
import type { PeerscaleSurveyElement } from './peerscale-survey-element.ts';
import { adoptStyles } from './styles/adopt-styles.ts';
import { SurveyController } from './survey-controller.ts';

const PROPERTIES = ['instrument', 'instruments', 'textPack', 'textPacks', 'plan', 'value', 'labels'] as const;

/** The class of the element. In a function, because there is no `HTMLElement` to extend where a server imports this. */
export function createElementClass(): new () => PeerscaleSurveyElement {
  return class PeerscaleSurvey extends HTMLElement implements PeerscaleSurveyElement {
    static readonly observedAttributes = OBSERVED;
    readonly #controller = new SurveyController(this, () => this.#plan());
    #given: Pick<PeerscaleSurveyElement, Exclude<(typeof PROPERTIES)[number], 'value'>> = {
      instrument: null,
      instruments: [],
      textPack: null,
      textPacks: [],
      plan: null,
      labels: {},
    };
    #planned = false;
    #loading: { readonly src: string; readonly abort: AbortController; readonly bundle: Promise<unknown> } | null =
      null;

    connectedCallback(): void {
      if (this.shadowRoot === null) {
        const root = this.attachShadow({ mode: 'open' });
        root.append(this.#controller.stage.form, this.#controller.stage.status);
        adoptStyles(root, readOptions(this).stylesheet);
        this.#takeOver();
      }
      this.#plan();
    }

    disconnectedCallback(): void {
      // Moving an element takes it out and puts it back in at once: then there is nothing to let go of.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#loading?.abort.abort();
        this.#loading = null;
        this.#controller.release();
      });
    }

    attributeChangedCallback(): void {
      this.#plan();
    }

    /** Properties that a host set before the element was defined are plain properties, and hide the accessors. */
    #takeOver(): void {
      for (const name of PROPERTIES) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        Reflect.deleteProperty(this, name);
        Object.assign(this, { [name]: value });
      }
    }

    /** Draws once for all changes of one moment. */
    #plan(): void {
      if (this.#planned || !this.isConnected) return;
      this.#planned = true;
      queueMicrotask(() => {
        this.#planned = false;
        if (!this.isConnected) return;
        const options = readOptions(this);
        void this.#controller.draw(options, this.#given.labels, () => this.#bundle(options.src));
      });
    }

    /** What the form consists of, from the properties or from `src`; null while there is neither. */
    #bundle(src: string | null): Promise<unknown> | null {
      const { instrument, instruments, textPack, textPacks, plan } = this.#given;
      if (instrument !== null || instruments.length > 0 || plan !== null) {
        return Promise.resolve({
          instruments: instrument === null ? instruments : [instrument, ...instruments],
          textPacks: textPack === null ? textPacks : [textPack, ...textPacks],
          ...(plan !== null && { plan }),
        });
      }
      if (src === null) return null;
      if (this.#loading?.src !== src) {
        this.#loading?.abort.abort();
        const abort = new AbortController();
        const bundle = loadBundle(src, abort.signal);
        this.#loading = { src, abort, bundle };
        // the next drawing asks again
        bundle.catch(() => {
          if (this.#loading?.bundle === bundle) this.#loading = null;
        });
      }
      return this.#loading.bundle;
    }

    #set(given: Partial<PeerscaleSurveyElement>): void {
      this.#given = { ...this.#given, ...given };
      this.#plan();
    }

    get instrument(): Instrument | null {
      return this.#given.instrument;
    }
    set instrument(instrument: Instrument | null) {
      this.#set({ instrument });
    }
    get instruments(): readonly Instrument[] {
      return this.#given.instruments;
    }
    set instruments(instruments: readonly Instrument[]) {
      this.#set({ instruments });
    }
    get textPack(): TextPack | null {
      return this.#given.textPack;
    }
    set textPack(textPack: TextPack | null) {
      this.#set({ textPack });
    }
    get textPacks(): readonly TextPack[] {
      return this.#given.textPacks;
    }
    set textPacks(textPacks: readonly TextPack[]) {
      this.#set({ textPacks });
    }
    get plan(): FormPlan | null {
      return this.#given.plan;
    }
    set plan(plan: FormPlan | null) {
      this.#set({ plan });
    }
    get labels(): Partial<FormMessages> {
      return this.#given.labels;
    }
    set labels(labels: Partial<FormMessages>) {
      this.#set({ labels });
    }
    get value(): FormAnswers {
      return this.#controller.answers;
    }
    set value(value: FormAnswers) {
      this.#controller.answers = value;
    }

    reset(): Promise<void> {
      return this.#controller.reset();
    }
  };
}
