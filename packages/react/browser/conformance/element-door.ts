import '@peerscale/element';
import type { AnyRecord } from '@peerscale/form';
import { type Door, press, turn, type, until } from './door.ts';

/** @param mode one page, or one question a screen: then it is turned to the question first */
export function elementDoor(place: HTMLElement, mode: 'list' | 'single'): Door {
  let survey!: HTMLElementTagNameMap['peerscale-survey'];
  let ready = 0;
  let record: AnyRecord | null = null;
  const all = (selector: string) => [...survey.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  const buttons = (selector: string) => all(selector).filter((button) => button.closest('[hidden]') === null);

  async function speak(locale: string): Promise<void> {
    if (survey.getAttribute('locale') === locale) return;
    const before = ready;
    survey.setAttribute('locale', locale);
    await until('the other language', () => ready > before);
  }

  /** Turns pages until a question (or, for null, the end) is on screen. */
  function turnTo(question: HTMLElement | null): void {
    if (mode === 'list') return;
    const target = question ?? all('.end')[0]!;
    const pages = [...all('.question'), all('.end')[0]!];
    const isShown = (node: HTMLElement) => node.closest('[hidden]') === null;
    for (let guard = 0; !isShown(target); guard++) {
      if (guard > 500) throw new Error('the question is on no page');
      const [back, next] = all('.turn button') as [HTMLElement, HTMLElement];
      (pages.findIndex(isShown) > pages.indexOf(target) ? back : next).click();
    }
  }

  return {
    async mount(form, locale) {
      survey = document.createElement('peerscale-survey');
      survey.setAttribute('keep', 'none');
      survey.setAttribute('mode', mode);
      survey.setAttribute('locale', locale);
      if (form.plan === undefined) survey.instrument = form.instruments[0]!;
      else Object.assign(survey, { plan: form.plan, instruments: form.instruments });
      survey.textPacks = form.textPacks;
      survey.addEventListener('ready', () => {
        ready++;
      });
      survey.addEventListener('submit', ({ detail }) => {
        record = detail.record;
        detail.waitUntil(Promise.reject(new Error('kept by the test')));
      });
      place.append(survey);
      await until('the element', () => ready > 0);
    },

    async act(step) {
      if (step.kind === 'language') return speak(step.locale);
      const question = all('.question')[step.at]!;
      turnTo(question);
      const inputs = question.querySelectorAll<HTMLInputElement>('input, textarea');
      if (step.kind === 'choose') inputs[step.place]!.click();
      else if (step.kind === 'tick') inputs[0]!.click();
      else if (step.kind === 'take-back') press([...inputs].find(({ checked }) => checked) ?? inputs[0]!, 'Delete');
      else type(inputs[step.field]!, step.text);
      await turn();
    },

    async send() {
      record = null;
      turnTo(null);
      const [button] = buttons('.end > button.wide');
      if (button === undefined) return null; // behind a consent
      button.click();
      await turn();
      buttons('.end .box .buttons button')[1]?.click();
      await turn();
      if (record !== null)
        await until('the end of the hand-over', () => buttons('.end > button.wide[aria-busy]').length === 0);
      return record;
    },

    async clear(locale) {
      await survey.reset();
      await speak(locale);
    },

    unmount: () => survey.remove(),
  };
}
