import { button } from './button.ts';
import { h } from './h.ts';
import type { QuestionView, Surroundings } from './question-view.ts';

/** What is on screen at a time where questions come one by one. */
export interface Page {
  readonly nodes: readonly HTMLElement[];
  readonly view: QuestionView | null;
  /** the focus goes there; default: the question */
  readonly focus?: HTMLElement | null;
}

export interface PagerOptions extends Pick<Surroundings, 'texts'> {
  readonly pages: readonly Page[];
  /** Whether the person may leave this page forward; shows what stands in the way. */
  readonly mayLeave: (view: QuestionView) => boolean;
  readonly isOpen: (view: QuestionView) => boolean;
  /** the person has turned to a page */
  readonly onTurn: (page: Page) => void;
}

/** One page of the form at a time, with back and next. */
export class Pager {
  readonly root: HTMLElement;
  readonly #options: PagerOptions;
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #at = 0;

  constructor(options: PagerOptions) {
    this.#options = options;
    this.#back = button(options.texts.back, 'plain', () => this.turn(-1));
    this.#next = button(options.texts.next, 'main', () => this.turn(1));
    this.#back.setAttribute('aria-keyshortcuts', 'Escape');
    this.root = h('div', { class: 'buttons turn', part: 'navigation' }, this.#back, this.#next);
  }

  get view(): QuestionView | null {
    return this.#options.pages[this.#at]!.view;
  }

  /** One page forward or back, with the focus, as far as there are pages and nothing stands in the way. */
  turn(step: 1 | -1): void {
    const to = this.#at + step;
    if (to < 0 || to >= this.#options.pages.length) return;
    if (step === 1 && this.view !== null && !this.#options.mayLeave(this.view)) return;
    this.show(to, true);
  }

  show(at: number, focus: boolean): void {
    const { pages, onTurn } = this.#options;
    this.#at = at;
    const page = pages[at]!;
    for (const node of new Set(pages.flatMap(({ nodes }) => nodes))) node.hidden = !page.nodes.includes(node);
    this.update();
    if (!focus) return;
    onTurn(page);
    if (page.view !== null) page.view.focus();
    else page.focus?.focus();
  }

  /** The page on which a question is. */
  pageOf(view: QuestionView): number {
    return this.#options.pages.findIndex((page) => page.view === view);
  }

  /** After an answer: whoever has not given one skips, and the button says so. */
  update(): void {
    const { texts, pages, isOpen } = this.#options;
    const { view } = this;
    this.#back.hidden = this.#at === 0;
    this.#next.hidden = this.#at === pages.length - 1;
    this.#next.textContent = view !== null && !view.question.required && isOpen(view) ? texts.skip : texts.next;
    this.#next.classList.toggle('main', this.#next.textContent === texts.next);
  }
}
