import { seededRandom } from '@peerscale/core';
import { answerFaults, comparable } from './compare.ts';
import { elementDoor } from './element-door.ts';
import { forms } from './forms.ts';
import { questionsOf } from './question.ts';
import { finishingSteps, randomSteps } from './random-steps.ts';
import { reactDoor } from './react-door.tsx';

/** What came of some sequences with one form. */
export interface Conformance {
  readonly form: string;
  readonly sequences: number;
  readonly steps: number;
  /** sequences in which both doors would not send at first, because something was missing or wrong */
  readonly refused: number;
  /** with the seed that brings each back */
  readonly faults: readonly string[];
}

declare global {
  interface Window {
    conformanceForms: readonly string[];
    conform: (form: number, seeds: readonly number[]) => Promise<Conformance>;
  }
}

window.conformanceForms = forms.map(({ name }) => name);

/** Puts one form into both doors and gives both the same sequences, one a seed. */
window.conform = async (at, seeds) => {
  const form = forms[at]!;
  const questions = questionsOf(form);
  const places = [0, 1].map(() => {
    const place = document.createElement('main');
    // what is handed over does not depend on what is painted, and painting is most of the time
    place.style.display = 'none';
    return document.body.appendChild(place);
  });
  // one question a screen stops at an answer that is needed, and so takes other ways through a form that has any
  const isFree = questions.every(({ required, kind }) => !required && kind === 'radio');
  const single = isFree && seeds[0]! % 3 === 0;
  const doors = [elementDoor(places[0]!, single ? 'single' : 'list'), reactDoor(places[1]!)] as const;
  for (const door of doors) await door.mount(form, form.locales[0]!);
  const faults: string[] = [];
  let done = 0;
  let refused = 0;
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const locale = form.locales[Math.floor(random() * form.locales.length)]!;
    const steps = randomSteps(form, locale, random);
    const finishing = finishingSteps(questions, steps);
    const say = (what: string) => faults.push(`${form.name}, seed ${seed}: ${what}`);
    try {
      const results = [];
      for (const door of doors) {
        await door.clear(locale);
        for (const step of steps) await door.act(step);
        const first = await door.send();
        if (first === null) {
          for (const step of finishing) await door.act(step);
        }
        results.push({ first, last: first ?? (await door.send()) });
      }
      const [one, other] = results.map(({ first, last }) =>
        JSON.stringify([comparable(form, first), comparable(form, last)]),
      );
      if (one !== other)
        say(`the doors differ\n  element: ${one}\n  React:   ${other}\n  steps: ${JSON.stringify(steps)}`);
      const { first, last } = results[0]!;
      if (last === null) say(`nothing was handed over\n  steps: ${JSON.stringify([...steps, ...finishing])}`);
      else {
        const all = first === null ? [...steps, ...finishing] : steps;
        for (const fault of answerFaults(form, questions, locale, all, last)) say(fault);
      }
      done += steps.length;
      if (first === null) refused++;
    } catch (error) {
      say(`${(error as Error).stack}\n  steps: ${JSON.stringify(steps)}`);
    }
  }
  for (const door of doors) door.unmount();
  for (const place of places) place.remove();
  return { form: form.name, sequences: seeds.length, steps: done, refused, faults };
};
