import type { Letter } from '../../invitations/mail-transport.ts';
import type { ProblemError } from '../../problem.ts';
import { type LetterLanguage, languageOf, longDay, oneLine, titleOf } from './letter-words.ts';
import type { StaffAccount, StaffNotice } from './staff-room.ts';

/** So many things that are missing a letter names. */
const MOST = 20;

const WORDS = {
  en: {
    subject: (title: string, wave: string) => `Could not start: ${title}, ${wave}`,
    greeting: (name: string) => `Good day, ${name},`,
    failed: (wave: string, title: string, day: string) =>
      `${wave} of "${title}" was to start on ${day} and could not, because something is missing in the study:`,
    fault: ({ path, message }: ProblemError) => `${path}: ${message}`,
    more: (n: number) => `and ${n} more`,
    again: (day: string) =>
      `It starts by itself as soon as nothing is missing, until ${day}; after that day nobody is asked. The set-up of the study:`,
    page: 'You are written to because you have an account there.',
  },
  cs: {
    subject: (title: string, wave: string) => `Nemohla začít: ${title}, ${wave}`,
    greeting: () => 'Dobrý den,',
    failed: (wave: string, title: string, day: string) =>
      `vlna ${wave} studie „${title}“ měla začít ${day} a nemohla, protože ve studii něco chybí:`,
    fault: ({ path, code, message }: ProblemError) => `${path}: ${FAULTS[code] ?? message}`,
    more: (n: number) => `a další, celkem ještě ${n}`,
    again: (day: string) =>
      `Začne sama, jakmile nebude nic chybět, nejpozději ${day}; po tomto dni už se nikoho nezeptá. Nastavení studie:`,
    page: 'Píšeme vám, protože tam máte účet.',
  },
} as const satisfies Record<LetterLanguage, unknown>;

/** What `readinessErrors` says in English. */
const FAULTS: Readonly<Record<string, string>> = {
  missing: 'není nic zadáno',
  'missing-wording': 'chybí znění v některém jazyce studie',
  'unknown-instrument': 'dotazník tu není nainstalován',
};

/** The letter that tells somebody on the staff that a wave could not start on its day, and what is missing. */
export function notReadyLetter(
  { email, name, locale }: StaffAccount,
  { study, wave, day }: Pick<StaffNotice, 'study' | 'wave' | 'day'>,
  missing: readonly ProblemError[],
  origin: string,
): Letter {
  const language = languageOf(locale);
  const words = WORDS[language];
  const title = titleOf(study, locale);
  const waveName = oneLine(wave.name);
  const faults = missing.slice(0, MOST).map((fault) => `- ${oneLine(words.fault(fault))}`);
  if (missing.length > MOST) faults.push(`- ${words.more(missing.length - MOST)}`);
  const paragraphs = [
    words.greeting(oneLine(name)),
    [words.failed(waveName, title, longDay(day, language)), ...faults].join('\n'),
    `${words.again(longDay(wave.closes_on, language))}\n${origin}/studies/${study.id}?step=start`,
    words.page,
  ];
  return { to: email, subject: words.subject(title, waveName), text: `${paragraphs.join('\n\n')}\n` };
}
