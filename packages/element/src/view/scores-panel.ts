import { type FormAnswers, type FormContent, textDirection } from '@peerscale/form';
import { respondentScores } from '@peerscale/form/scores';
import { h } from './h.ts';

/**
 * The respondent's own scores, where the study shows them: worked out here and now by the core. A file of its own,
 * because the core is heavy: it is loaded when there is something to show.
 *
 * @throws RangeError where the plan names a scale or band that the instrument does not have
 */
export function scoresPanel(content: FormContent, answers: FormAnswers, locale: string): HTMLElement {
  const { texts, locale: spoken, scores } = respondentScores(content, answers, content.plan.showScores, locale);
  const marked = (text: string, language: string) => ({ text, lang: language, dir: textDirection(language) });
  const list = scores.map(({ name, sentences }) => {
    const title = marked(name.text, name.locale);
    return h(
      'section',
      { class: 'score', part: 'score' },
      // a name in another language stands on the same side as the rest
      h('h4', {}, h('span', { class: 'wording', lang: title.lang, dir: title.dir }, title.text)),
      ...sentences.map((sentence, at) => {
        const { text, lang, dir } = marked(sentence.text, sentence.locale);
        return h('p', { class: at === 0 ? 'figure wording' : 'wording', lang, dir }, text);
      }),
    );
  });
  return h(
    'section',
    { class: 'scores', part: 'scores', lang: spoken, dir: textDirection(spoken) },
    h('h3', {}, texts.title),
    h('p', { class: 'prose' }, texts.intro),
    ...list,
  );
}
