import { countsAsOpen, type QuestionValue, type Session } from '@peerscale/form';
import type { ChosenContent } from '../content/choose-content.ts';
import type { Question } from '../questions/question.ts';
import { contacts } from './contacts.ts';
import { type EndBar, endBar } from './end-bar.ts';
import { gate } from './gate.ts';
import { h, setText } from './h.ts';
import { keysHint } from './keys-hint.ts';
import { Pager } from './pager.ts';
import { pagesOf } from './pages-of.ts';
import { type ProgressView, progressView } from './progress-view.ts';
import type { QuestionView, Surroundings } from './question-view.ts';
import { type BlockView, blockViews } from './question-views.ts';
import { radioKey } from './radio-key.ts';
import { rights } from './rights.ts';

export interface FormScreenOptions extends Pick<Surroundings, 'texts' | 'locale'> {
  readonly chosen: ChosenContent;
  readonly session: Session;
  readonly mode: 'list' | 'single';
  /** Told after the session has the answer. */
  readonly onAnswer: (question: Question, value: QuestionValue) => void;
  readonly onProgress: (answered: number, total: number) => void;
  readonly onSend: () => void;
  readonly onClear: () => void;
  /** Has something said by a screen reader. */
  readonly announce: (text: string) => void;
}

/** The form as it is answered: all of it on one page, or one question a screen. */
export class FormScreen {
  readonly nodes: readonly HTMLElement[];
  readonly end: EndBar;
  readonly titleId: string | null;
  readonly #options: FormScreenOptions;
  readonly #blocks: readonly BlockView[];
  readonly #views: readonly QuestionView[];
  readonly #progress: ProgressView;
  readonly #pager: Pager | null;
  readonly #kept = h('span', {});

  constructor(options: FormScreenOptions) {
    this.#options = options;
    const { chosen, texts, locale, mode, session } = options;
    this.#blocks = blockViews(chosen.blocks, mode === 'list', {
      texts,
      locale,
      onAnswer: (question, value) => this.#answered(question, value),
    });
    this.#views = this.#blocks.flatMap(({ questions }) => questions);
    this.titleId = this.#blocks.find(({ titleId }) => titleId !== null)?.titleId ?? null;
    this.#progress = progressView(texts, locale, options.announce);
    this.end = endBar({
      texts,
      locale,
      open: () => this.#open(),
      mayBeSent: () => this.#views.every((view) => this.#mayLeave(view)),
      onShow: (view) => this.#focus(view),
      onSend: options.onSend,
      onClear: options.onClear,
    });
    this.#pager = mode === 'single' ? this.#makePager() : null;
    const [first, ...others] = this.#blocks.map(({ head, body }) => [head, body].filter((node) => node !== null));
    // under the heading of the form; a box to tick stays with what it agrees to
    const isConsent = this.#blocks[0]?.questions[0]?.question.kind === 'consent';
    const head = (first ?? []).splice(0, isConsent ? 2 : Number(this.#blocks[0]?.head !== null));
    this.nodes = [
      ...head,
      h('p', { class: 'note', part: 'note' }, this.#kept, keysHint(chosen.blocks, texts, locale)),
      this.#progress.root,
      ...(first ?? []),
      ...others.flat(),
      this.end.root,
      ...(this.#pager === null ? [] : [this.#pager.root]),
      ...contacts(chosen.content.plan, chosen.content.locale, texts.helpTitle),
      ...rights(chosen.content),
    ].filter((node) => node !== null);
    this.fill();
    const last = this.#views.find((view) => positionOf(view) === session.position);
    this.#pager?.show(last === undefined ? 0 : this.#pager.pageOf(last), false);
  }

  /** The answers of the session, shown in the questions. */
  fill(): void {
    for (const view of this.#views) view.show(this.#valueOf(view));
    this.#follow();
  }

  /** While it is being sent: what was changed now would be neither sent nor kept. */
  busy(is: boolean): void {
    for (const { body } of this.#blocks) body.inert = is;
    this.end.busy(is);
  }

  /** Words about keeping, under the heading. */
  keep(text: string | null): void {
    setText(this.#kept, text === null ? '' : `${text} `);
  }

  /** Where a digit answers, Escape goes back and Enter moves on; the rest is the browser's. */
  onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && this.#pager !== null) {
      this.#pager.turn(-1);
      return;
    }
    const target = event.composedPath()[0] as HTMLElement;
    const view = this.#views.find(({ root }) => root.contains(target)) ?? this.#pager?.view;
    if (view && radioKey(event, target, view)) this.#next(view);
  }

  /** The question after this one, or the end. */
  #next(view: QuestionView): void {
    if (this.#pager !== null) {
      this.#pager.turn(1);
      return;
    }
    const following = this.#views[this.#views.indexOf(view) + 1];
    if (following === undefined) this.end.focus();
    else following.focus();
  }

  #focus(view: QuestionView): void {
    if (this.#pager === null) view.focus();
    else this.#pager.show(this.#pager.pageOf(view), true);
  }

  #valueOf({ question }: QuestionView): QuestionValue {
    return this.#options.session.valueOf(question.part, question.item);
  }

  /** Questions that count. */
  #counted(): readonly QuestionView[] {
    return this.#views.filter(({ question }) => countsAsOpen(question));
  }

  #open(): readonly QuestionView[] {
    return this.#counted().filter((view) => this.#valueOf(view) === null);
  }

  #mayLeave(view: QuestionView): boolean {
    const missing = view.question.required && this.#valueOf(view) === null ? this.#options.texts.requiredMissing : null;
    const problem = view.check() ?? missing;
    if (problem === null) return true;
    view.say(problem, true);
    this.#focus(view);
    return false;
  }

  #answered(question: Question, value: QuestionValue): void {
    // half an entry after another is no change
    const { session } = this.#options;
    if (value === null && session.valueOf(question.part, question.item) === null) return;
    session.answer(question.part, question.item, value);
    this.#options.onAnswer(question, value);
    this.#follow();
  }

  /** What follows from the answers: progress, what may be seen, the words on the buttons. */
  #follow(): void {
    const { session, onProgress } = this.#options;
    const total = this.#counted().length;
    const answered = total - this.#open().length;
    this.#progress.show(answered, total);
    this.end.answered(Object.keys(session.answers).length > 0);
    this.end.fail(null);
    if (this.#pager === null) gate(this.#blocks, this.end.root);
    else this.#pager.update();
    onProgress(answered, total);
  }

  #makePager(): Pager {
    const { session, texts } = this.#options;
    return new Pager({
      texts,
      pages: pagesOf(this.#blocks, this.end.root),
      mayLeave: (view) => this.#mayLeave(view),
      isOpen: (view) => this.#valueOf(view) === null,
      onTurn: ({ view }) => session.moveTo(view === null ? undefined : positionOf(view)),
    });
  }
}

/** Forms of one family share ids of items: the part belongs to the place. */
const positionOf = ({ question }: QuestionView): string => `${question.part} ${question.item}`;
