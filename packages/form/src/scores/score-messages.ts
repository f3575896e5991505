import type { MessageLanguage } from '../messages/message-language.ts';

/** The texts around a respondent's own scores. `{name}` stands for a value put in. */
export interface ScoreMessages {
  readonly title: string;
  readonly intro: string;
  /** `{value}` from `{minimum}` to `{maximum}` */
  readonly score: string;
  /** `{meaning}`: what a high score means, in the instrument's words */
  readonly higher: string;
  /** `{lower}` to `{upper}` at `{level}` */
  readonly interval: string;
  /** `{band}`: its name */
  readonly band: string;
  readonly noScore: string;
}

/** In every language of the interface: this entry is loaded on demand, and the core is by far the larger part of it. */
export const scoreMessages: Readonly<Record<MessageLanguage, ScoreMessages>> = {
  en: {
    title: 'What your answers come to',
    intro:
      'These figures were worked out on this device. They sum up the answers you have just given and are no diagnosis.',
    score: '{value} on a scale from {minimum} to {maximum}',
    higher: 'The higher the figure, the more it stands for: {meaning}.',
    interval: 'No questionnaire measures exactly. Your figure probably lies between {lower} and {upper} ({level}).',
    band: 'The source of the scale calls this: {band}.',
    noScore: 'Too few of its questions were answered for a figure.',
  },
  cs: {
    title: 'Co z vašich odpovědí vychází',
    intro: 'Tato čísla byla spočítána v tomto zařízení. Shrnují vaše právě zadané odpovědi a nejsou diagnózou.',
    score: '{value} na stupnici od {minimum} do {maximum}',
    higher: 'Čím vyšší číslo, tím více znamená: {meaning}.',
    interval: 'Žádný dotazník neměří přesně. Vaše číslo leží pravděpodobně mezi {lower} a {upper} ({level}).',
    band: 'Zdroj škály to označuje jako: {band}.',
    noScore: 'K výpočtu čísla bylo zodpovězeno příliš málo otázek.',
  },
  de: {
    title: 'Was Ihre Antworten ergeben',
    intro:
      'Diese Werte wurden auf diesem Gerät berechnet. Sie fassen die Antworten zusammen, die Sie eben gegeben haben, und sind keine Diagnose.',
    score: '{value} auf einer Skala von {minimum} bis {maximum}',
    higher: 'Je höher der Wert, desto mehr steht er für: {meaning}.',
    interval: 'Kein Fragebogen misst genau. Ihr Wert liegt wahrscheinlich zwischen {lower} und {upper} ({level}).',
    band: 'Die Quelle der Skala nennt das: {band}.',
    noScore: 'Für einen Wert wurden zu wenige der Fragen beantwortet.',
  },
  uk: {
    title: 'Що випливає з Ваших відповідей',
    intro: 'Ці числа обчислено на цьому пристрої. Вони підсумовують відповіді, які Ви щойно дали, і не є діагнозом.',
    score: '{value} за шкалою від {minimum} до {maximum}',
    higher: 'Що більше число, то більше воно означає: {meaning}.',
    interval: 'Жодна анкета не вимірює точно. Ваше число, ймовірно, лежить між {lower} і {upper} ({level}).',
    band: 'Джерело шкали називає це так: {band}.',
    noScore: 'Дано замало відповідей, щоб обчислити число.',
  },
  ar: {
    title: 'حصيلة إجاباتكم',
    intro: 'حُسبت هذه الأرقام على هذا الجهاز. وهي تلخّص الإجابات التي قدمتموها للتو وليست تشخيصًا.',
    score: '{value} على مقياس من {minimum} إلى {maximum}',
    higher: 'كلما ارتفع الرقم دلّ أكثر على: {meaning}.',
    interval: 'لا يوجد استبيان يقيس بدقة تامة. يُرجَّح أن تقع نتيجتكم بين {lower} و{upper} ({level}).',
    band: 'يسمّي مصدر المقياس ذلك: {band}.',
    noScore: 'عدد الأسئلة المُجاب عنها أقل من أن يكفي لحساب الرقم.',
  },
};
