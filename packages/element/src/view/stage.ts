import { textDirection } from '@peerscale/form';
import { h, setAttribute } from './h.ts';

/** For less than this a word would only flicker. */
const A_MOMENT = 400;

/** The two places in the shadow root: what is on show, and what a screen reader is told besides. */
export class Stage {
  readonly form = h('section', { class: 'form loading', part: 'form', 'aria-busy': 'true' });
  readonly status = h('div', { role: 'status', class: 'hidden' });

  /** The language of the interface; wording in another carries its own. */
  speak(locale: string): void {
    for (const place of [this.form, this.status]) {
      place.lang = locale;
      place.dir = textDirection(locale);
    }
  }

  /** The form is on its way: its place is kept, and words are there once it takes longer than a moment. */
  wait(text: string): void {
    const note = h('p', { class: 'note' });
    this.form.replaceChildren(note);
    this.form.classList.add('loading');
    this.form.setAttribute('aria-busy', 'true');
    setTimeout(() => {
      note.textContent = text;
    }, A_MOMENT);
  }

  /** @param titleId of what names all of it; null for nothing */
  show(titleId: string | null, ...nodes: readonly HTMLElement[]): void {
    this.form.replaceChildren(...nodes);
    this.form.classList.remove('loading');
    this.form.removeAttribute('aria-busy');
    setAttribute(this.form, 'aria-labelledby', titleId);
    // Chromium has left what is in a size container without boxes where the first layout came while a frame was being
    // given its height: it comes now
    void this.form.offsetHeight;
  }

  /**
   * Shows something in place of the form, with the focus where the person was in it: a page that is just being opened
   * keeps its own.
   *
   * @param always whether the person has done something here, so that the focus is theirs
   */
  replace(focus: HTMLElement, always: boolean, ...nodes: readonly HTMLElement[]): void {
    const { activeElement } = this.form.getRootNode() as ShadowRoot;
    this.show(null, ...nodes);
    if (always || activeElement !== null) focus.focus();
  }

  announce(text: string): void {
    this.status.textContent = text;
  }
}
