import type { FormPlan } from '@peerscale/form';
import { sampleInstrument } from './instrument.ts';

/** A part of every kind, around the four questions of the sample. */
export const samplePlan: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'sample',
  version: '1.0.0',
  parts: [
    {
      kind: 'consent',
      id: 'consent',
      title: { en: 'Taking part', cs: 'Účast', de: 'Teilnahme', uk: 'Участь', ar: 'المشاركة' },
      text: {
        en: 'This is a sample: nothing you enter leaves this page.',
        cs: 'Toto je ukázka: nic z toho, co vyplníte, tuto stránku neopustí.',
        de: 'Dies ist ein Muster: Nichts, was Sie eingeben, verlässt diese Seite.',
        uk: 'Це зразок: ніщо з того, що ви введете, не залишить цю сторінку.',
        ar: 'هذا نموذج للتجربة: لا يغادر هذه الصفحة شيء مما تُدخلونه.',
      },
      mustAgree: true,
    },
    // of a sample there is nothing to keep apart; a study has a key of its own
    { kind: 'code', id: 'code', key: 'the key of the sample form' },
    { kind: 'instrument', id: 'workday', instrument: sampleInstrument.id, version: sampleInstrument.version },
    {
      kind: 'text',
      id: 'about-work',
      title: {
        en: 'About your work',
        cs: 'O vaší práci',
        de: 'Zu Ihrer Arbeit',
        uk: 'Про вашу роботу',
        ar: 'عن عملكم',
      },
      text: {
        en: 'Every question may be left open.',
        cs: 'Každou otázku můžete nechat bez odpovědi.',
        de: 'Jede Frage kann offen bleiben.',
        uk: 'Будь-яке запитання можна пропустити.',
        ar: 'يمكن ترك أي سؤال دون إجابة.',
      },
    },
    {
      kind: 'choice',
      id: 'shift',
      question: {
        en: 'When do you mostly work?',
        cs: 'Kdy většinou pracujete?',
        de: 'Wann arbeiten Sie meistens?',
        uk: 'Коли ви переважно працюєте?',
        ar: 'متى تعملون في الغالب؟',
      },
      options: [
        { value: 'day', text: { en: 'In the daytime', cs: 'Ve dne', de: 'Tagsüber', uk: 'Удень', ar: 'نهارًا' } },
        { value: 'evening', text: { en: 'In the evening', cs: 'Večer', de: 'Abends', uk: 'Увечері', ar: 'مساءً' } },
        { value: 'night', text: { en: 'At night', cs: 'V noci', de: 'Nachts', uk: 'Уночі', ar: 'ليلًا' } },
      ],
    },
    {
      kind: 'number',
      id: 'years',
      question: {
        en: 'For how many years have you been in the team?',
        cs: 'Kolik let jste v týmu?',
        de: 'Seit wie vielen Jahren sind Sie im Team?',
        uk: 'Скільки років ви в команді?',
        ar: 'كم سنة مضت على وجودكم في الفريق؟',
      },
      minimum: 0,
      maximum: 60,
      unit: { en: 'years', cs: 'let', de: 'Jahre', uk: 'років', ar: 'سنة' },
    },
    {
      kind: 'short-text',
      id: 'word',
      question: {
        en: 'Your last working day in one word',
        cs: 'Poslední pracovní den jedním slovem',
        de: 'Der letzte Arbeitstag in einem Wort',
        uk: 'Останній робочий день одним словом',
        ar: 'يوم عملكم الأخير في كلمة واحدة',
      },
      maximumLength: 40,
    },
    {
      kind: 'long-text',
      id: 'better',
      question: {
        en: 'What would make the next one better?',
        cs: 'Co by příště pomohlo?',
        de: 'Was würde den nächsten besser machen?',
        uk: 'Що зробило б наступний кращим?',
        ar: 'ما الذي يجعل اليوم التالي أفضل؟',
      },
      hint: {
        en: 'Please name nobody.',
        cs: 'Nejmenujte prosím nikoho.',
        de: 'Bitte nennen Sie keine Namen.',
        uk: 'Будь ласка, не називайте імен.',
        ar: 'يُرجى عدم ذكر أسماء.',
      },
    },
  ],
  helpContacts: {
    text: {
      en: 'If a question weighs on you: a study names here whom to turn to.',
      cs: 'Kdyby vás některá otázka tížila: zde studie uvádí, na koho se obrátit.',
      de: 'Falls Sie eine Frage belastet: Hier nennt eine Studie, an wen man sich wenden kann.',
      uk: 'Якщо якесь запитання вас обтяжує: тут дослідження вказує, до кого звернутися.',
      ar: 'إذا أثقل عليكم أحد الأسئلة: هنا تذكر الدراسة إلى من يمكن التوجّه.',
    },
  },
  showScores: {},
};
