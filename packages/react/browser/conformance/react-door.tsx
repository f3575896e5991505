import type { AnyRecord } from '@peerscale/form';
import { SurveyForm } from '@peerscale/react';
import { createRoot } from 'react-dom/client';
import { type Door, press, turn, type, until } from './door.ts';
import type { ConformanceForm } from './forms.ts';

export function reactDoor(place: HTMLElement): Door {
  const root = createRoot(place);
  let form!: ConformanceForm;
  let locale = '';
  let record: AnyRecord | null = null;
  const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];

  async function speak(next: string): Promise<void> {
    if (next === locale) return;
    locale = next;
    const [before] = all('.peerscale-questions > div');
    const common = {
      textPacks: form.textPacks,
      locale,
      keep: 'none' as const,
      onSubmit: async (given: AnyRecord) => {
        record = given;
        throw new Error('kept by the test');
      },
    };
    root.render(
      form.plan === undefined ? (
        <SurveyForm instrument={form.instruments[0]!} {...common} />
      ) : (
        <SurveyForm plan={form.plan} instruments={form.instruments} {...common} />
      ),
    );
    await until('the questions', () => {
      const [now] = all('.peerscale-questions > div');
      return now !== undefined && now !== before && all('.peerscale-item').length > 0;
    });
    // texts of the interface in another language come a little later, and with them the questions again
    await until('the texts', () => all(`.peerscale-form[lang="${locale}"]`).length > 0);
    await turn();
  }

  /** The inputs of a question: a code has a question of SurveyJS for each of its fields. */
  function inputsOf(at: number): HTMLInputElement[] {
    const groups: HTMLElement[][] = [];
    let code: Element | null = null;
    for (const item of all('.peerscale-item')) {
      const panel = item.matches('.peerscale-item-plain:not(.peerscale-item-consent)')
        ? item.closest('.peerscale-part')
        : null;
      if (panel !== null && panel === code) groups.at(-1)!.push(item);
      else groups.push([item]);
      code = panel;
    }
    return groups[at]!.flatMap((item) => [...item.querySelectorAll<HTMLInputElement>('input, textarea')]);
  }

  return {
    async mount(given, first) {
      form = given;
      await speak(first);
    },

    async act(step) {
      if (step.kind === 'language') return speak(step.locale);
      const inputs = inputsOf(step.at);
      if (step.kind === 'choose') inputs[step.place]!.click();
      else if (step.kind === 'tick') inputs[0]!.click();
      else if (step.kind === 'take-back') press(inputs.find(({ checked }) => checked) ?? inputs[0]!, 'Delete');
      else type(inputs[step.field]!, step.text);
      await turn();
      await turn();
    },

    async send() {
      record = null;
      const [button] = all('.peerscale-button-send');
      if (button === undefined) return null; // behind a consent
      button.click();
      for (let wait = 0; wait < 10 && record === null; wait++) {
        await turn();
        all('.peerscale-sending .peerscale-question-box button')[1]?.click();
      }
      if (record !== null) await until('the end of the hand-over', () => all('[aria-busy="true"]').length === 0);
      return record;
    },

    async clear(next) {
      const [button] = all('.peerscale-sending .peerscale-button-quiet');
      if (button !== undefined) {
        button.click();
        await turn();
        all('.peerscale-sending .peerscale-question-box button')[1]!.click();
        await until('the empty form', () => all('input:checked').length === 0);
      }
      for (const field of all('.peerscale-field') as HTMLInputElement[]) if (field.value !== '') type(field, '');
      await turn();
      await speak(next);
    },

    unmount: () => root.unmount(),
  };
}
