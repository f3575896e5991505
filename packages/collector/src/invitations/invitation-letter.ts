import { planText } from '@peerscale/form';
import type { StudyView } from '../model/study.ts';
import type { WaveView } from '../model/wave.ts';
import type { Letter } from './mail-transport.ts';

/** In whichever languages there is wording; a study may have more of them. */
const WORDS = {
  en: {
    greeting: 'Good day,',
    ask: 'you are asked to answer some questions:',
    link: 'This link is for you alone, and works once:',
    until: (day: string) => `You can answer until ${day}.`,
    voluntary:
      'Taking part is up to you. Your answers bear neither your name nor your address, and this link is forgotten when you send them.',
    threshold: (size: number) => `Results are shown only where at least ${size} people have answered.`,
  },
  cs: {
    greeting: 'Dobrý den,',
    ask: 'prosíme vás o odpovědi na několik otázek:',
    link: 'Tento odkaz je jen pro vás a použít jej lze jednou:',
    until: (day: string) => `Odpovědět můžete do ${day}.`,
    voluntary: 'Účast je na vás. Vaše odpovědi nenesou vaše jméno ani adresu a odkaz se odesláním odpovědí zapomene.',
    threshold: (size: number) => `Výsledky se ukazují jen tam, kde odpovědělo aspoň ${size} lidí.`,
  },
} as const;

/** The letter that invites somebody, in the language wanted, else in English. */
export function invitationLetter(
  to: string,
  url: string,
  locale: string,
  study: Pick<StudyView, 'title' | 'minimumGroupSize' | 'helpContacts'>,
  wave: Pick<WaveView, 'closesOn'>,
): Letter {
  const language = locale.split('-')[0] === 'cs' ? 'cs' : 'en';
  const words = WORDS[language];
  const title = planText(study.title, locale).text;
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cs', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(wave.closesOn));
  const paragraphs = [
    words.greeting,
    `${words.ask} ${title}`,
    `${words.link}\n${url}`,
    words.until(day),
    `${words.voluntary} ${words.threshold(study.minimumGroupSize)}`,
    ...(study.helpContacts === null ? [] : [planText(study.helpContacts.text, locale).text]),
  ];
  return { to, subject: title, text: `${paragraphs.join('\n\n')}\n` };
}
