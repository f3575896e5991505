import type { ConformanceForm } from './forms.ts';
import { type Asked, questionsOf } from './question.ts';

/** One thing that a person does, by the place of the question on the page. */
export type Step =
  | { readonly kind: 'choose'; readonly at: number; readonly place: number }
  | { readonly kind: 'take-back'; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number }
  | { readonly kind: 'type'; readonly at: number; readonly field: number; readonly text: string }
  | { readonly kind: 'language'; readonly locale: string };

const TEXTS = [
  '7',
  '31',
  '3,5',
  ' 12 ',
  '\u0664\u0662',
  '-3',
  '99',
  '1e3',
  'x',
  '',
  '  ',
  'steady',
  'Žďár',
  'a {b} <i>',
  'ok\u{1f642}',
  'l'.repeat(25),
];

/**
 * What somebody does with a form, at random: they answer, change, take back, come back to questions they have passed, and
 * leave some out. What a consent keeps shut is not touched.
 *
 * @param random from 0 up to, but not including, 1
 */
export function randomSteps(form: ConformanceForm, locale: string, random: () => number): Step[] {
  const questions = questionsOf(form);
  const pick = (count: number): number => Math.floor(random() * count);
  const ticked = new Set<number>();
  const isShut = (at: number) =>
    questions.some((one, place) => place < at && one.kind === 'consent' && one.required && !ticked.has(place));
  const steps: Step[] = [];
  const act = (at: number): void => {
    const { kind, size } = questions[at]!;
    if (isShut(at)) return;
    if (kind === 'consent') {
      steps.push({ kind: 'tick', at });
      if (!ticked.delete(at)) ticked.add(at);
    } else if (kind === 'radio') {
      steps.push(random() < 0.15 ? { kind: 'take-back', at } : { kind: 'choose', at, place: pick(size) });
    } else {
      steps.push({ kind: 'type', at, field: pick(size), text: TEXTS[pick(TEXTS.length)]! });
    }
  };
  const attention = 0.3 + 0.7 * random();
  let spoken = locale;
  for (let at = 0; at < questions.length; at++) {
    if (isShut(at)) act(questions.findIndex(({ kind }) => kind === 'consent'));
    if (random() < attention) act(at);
    while (random() < 0.25) act(pick(at + 1));
    if (random() < 0.02 && form.locales.length > 1) {
      spoken = form.locales.filter((other) => other !== spoken)[pick(form.locales.length - 1)]!;
      steps.push({ kind: 'language', locale: spoken });
    }
  }
  return steps;
}

/**
 * What has to be done still for the form to be sent: a consent to give, an answer that is needed, half a code and a text
 * that does not fit to be taken out.
 */
export function finishingSteps(questions: readonly Asked[], steps: readonly Step[]): Step[] {
  return questions.flatMap((question, at): Step[] => {
    const own = steps.filter((step) => step.kind !== 'language' && step.at === at);
    const last = own.at(-1);
    if (question.kind === 'consent') return question.required && own.length % 2 === 0 ? [{ kind: 'tick', at }] : [];
    if (question.kind === 'radio') {
      return question.required && last?.kind !== 'choose' ? [{ kind: 'choose', at, place: 0 }] : [];
    }
    return Array.from({ length: question.size }, (_, field) => ({ kind: 'type', at, field, text: '' }) as const);
  });
}
