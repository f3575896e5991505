import type { TextPack } from '@peerscale/core';
import { sampleInstrument } from './instrument.ts';

interface Wording {
  readonly title: string;
  readonly instructions: string;
  /** in the order of the items */
  readonly items: readonly [string, string, string, string];
  /** from the lowest code to the highest */
  readonly labels: readonly [string, string, string, string, string];
}

const wordings: Readonly<Record<string, Wording>> = {
  en: {
    title: 'A working day',
    instructions: 'Think of your last working days. How often was this so?',
    items: [
      'There was time for a proper break.',
      'The work could only be done in a hurry.',
      'When help was needed, somebody in the team gave it.',
      'It was clear what mattered most.',
    ],
    labels: ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
  },
  cs: {
    title: 'Pracovní den',
    instructions: 'Vzpomeňte si na poslední pracovní dny. Jak často to tak bylo?',
    items: [
      'Na přestávku byl čas.',
      'Práce se dala zvládnout jen ve spěchu.',
      'Když bylo třeba pomoci, někdo z týmu pomohl.',
      'Bylo jasné, na čem záleží nejvíc.',
    ],
    labels: ['Nikdy', 'Zřídka', 'Někdy', 'Často', 'Vždy'],
  },
  de: {
    title: 'Ein Arbeitstag',
    instructions: 'Denken Sie an Ihre letzten Arbeitstage. Wie oft war es so?',
    items: [
      'Für eine richtige Pause war Zeit.',
      'Die Arbeit war nur in Eile zu schaffen.',
      'Wenn Hilfe nötig war, kam sie aus dem Team.',
      'Es war klar, worauf es am meisten ankam.',
    ],
    labels: ['Nie', 'Selten', 'Manchmal', 'Oft', 'Immer'],
  },
  uk: {
    title: 'Робочий день',
    instructions: 'Згадайте останні робочі дні. Як часто так було?',
    items: [
      'Був час на справжню перерву.',
      'Роботу можна було зробити лише поспіхом.',
      'Коли потрібна була допомога, хтось у команді її надавав.',
      'Було зрозуміло, що найважливіше.',
    ],
    labels: ['Ніколи', 'Рідко', 'Іноді', 'Часто', 'Завжди'],
  },
  ar: {
    title: 'يوم عمل',
    instructions: 'فكّروا في أيام عملكم الأخيرة. كم مرة كان الأمر كذلك؟',
    items: [
      'كان هناك وقت لاستراحة حقيقية.',
      'لم يكن إنجاز العمل ممكنًا إلا على عجل.',
      'عند الحاجة إلى المساعدة كان أحد في الفريق يقدّمها.',
      'كان واضحًا ما هو الأهم.',
    ],
    labels: ['أبدًا', 'نادرًا', 'أحيانًا', 'غالبًا', 'دائمًا'],
  },
};

/** The wording of the sample, in every language of the interface. */
export const sampleTextPacks: readonly TextPack[] = Object.entries(wordings).map(([locale, wording]) => ({
  format: 'peerscale/text-pack@1',
  instrument: sampleInstrument.id,
  version: sampleInstrument.version,
  locale,
  title: wording.title,
  instructions: wording.instructions,
  items: Object.fromEntries(sampleInstrument.items.map(({ id }, place) => [id, wording.items[place]!])),
  responseScales: {
    'frequency-5': {
      highCodeMeans: 'endorsement',
      labels: Object.fromEntries(wording.labels.map((label, place) => [String(place + 1), label])),
    },
  },
  rights: { holder: 'Peerscale contributors', licence: 'MIT' },
  unmodified: true,
}));
