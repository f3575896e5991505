import type { Letter } from '../../invitations/mail-transport.ts';
import type { Participation } from '../../results/results-types.ts';
import { type LetterLanguage, languageOf, longDay, oneLine, titleOf } from './letter-words.ts';
import type { StaffAccount, StaffNotice } from './staff-room.ts';

interface Words {
  readonly subject: (title: string, wave: string) => string;
  readonly greeting: (name: string) => string;
  readonly today: (day: string, wave: string, title: string) => string;
  readonly lastDay: (day: string) => string;
  readonly answered: (n: number, of: number | null) => string;
  readonly answeredOfTeam: (team: string, n: number, of: number | null) => string;
  readonly fewer: (n: number) => string;
  readonly hidden: (n: number) => string;
  readonly hiddenOfTeam: (team: string, n: number) => string;
  readonly toMakers: string;
  readonly toLeads: string;
  readonly page: string;
}

const WORDS: Readonly<Record<LetterLanguage, Words>> = {
  en: {
    subject: (title, wave) => `Reminder day: ${title}, ${wave}`,
    greeting: (name) => `Good day, ${name},`,
    today: (day, wave, title) => `today, ${day}, is a day to remind people to answer: ${wave} of "${title}".`,
    lastDay: (day) => `They can answer until ${day}, that day included.`,
    answered: (n, of) => `So far ${n} people have answered${of === null ? '' : `; ${of} are asked`}.`,
    answeredOfTeam: (team, n, of) => `In ${team} ${n} people have answered${of === null ? '' : `; ${of} are asked`}.`,
    fewer: (n) => `So far fewer than ${n} people have answered.`,
    hidden: (n) =>
      `How many have answered is not shown: that takes at least ${n} people, and that no smaller group can be worked out.`,
    hiddenOfTeam: (team, n) =>
      `How many in ${team} have answered is not shown: that takes at least ${n} people, and that no smaller group can be worked out.`,
    toMakers:
      'Nobody was reminded but staff, because no addresses of respondents are kept. Remind people the way you invited them. Links that they have still work; a second single-use link would let somebody answer twice. Links, letters and posters are on the page of the study:',
    toLeads:
      'Nobody else reminds your team, because no addresses of respondents are kept: please do, all of them alike and best in person. Taking part is up to each of them, so ask nobody whether they have answered. The page of the study:',
    page: 'You are written to because you have an account there.',
  },
  cs: {
    subject: (title, wave) => `Den připomenutí: ${title}, ${wave}`,
    greeting: () => 'Dobrý den,',
    today: (day, wave, title) => `dnes, ${day}, je den, kdy lidem připomenout, aby odpověděli: ${wave}, „${title}“.`,
    lastDay: (day) => `Odpovědět mohou do ${day} včetně.`,
    answered: (n, of) => `Počet odpovědí zatím: ${n}${of === null ? '' : `, tázaných lidí: ${of}`}.`,
    answeredOfTeam: (team, n, of) => `${team}, počet odpovědí: ${n}${of === null ? '' : `, tázaných lidí: ${of}`}.`,
    fewer: (n) => `Počet odpovědí zatím: méně než ${n}.`,
    hidden: (n) =>
      `Počet odpovědí se neukazuje: ukazuje se, až když jich je aspoň ${n} a nejde z něj dopočítat žádná menší skupina.`,
    hiddenOfTeam: (team, n) =>
      `${team}: počet odpovědí se neukazuje; ukazuje se, až když jich je aspoň ${n} a nejde z něj dopočítat žádná menší skupina.`,
    toMakers:
      'Připomenutí nedostal nikdo kromě pracovníků s účtem, protože adresy respondentů se neuchovávají. Připomeňte lidem účast tak, jak jste je zvali. Odkazy, které mají, stále platí; s druhým jednorázovým odkazem by někdo mohl odpovědět dvakrát. Odkazy, dopisy a plakáty najdete na stránce studie:',
    toLeads:
      'Nikdo jiný vašemu týmu účast nepřipomene, protože adresy respondentů se neuchovávají: připomeňte ji prosím vy, všem stejně a nejlépe osobně. Účast je na každém z nich, proto se nikoho neptejte, zda odpověděl. Stránka studie:',
    page: 'Píšeme vám, protože tam máte účet.',
  },
};

/**
 * The letter that tells somebody on the staff of a day to remind people, in the language of the account, else in English.
 * It says no more than the page of results shows them.
 */
export function reminderLetter(
  { email, name, locale, role }: StaffAccount,
  { study, wave, day }: Pick<StaffNotice, 'study' | 'wave' | 'day'>,
  participation: Participation,
  origin: string,
): Letter {
  const language = languageOf(locale);
  const words = WORDS[language];
  const title = titleOf(study, locale);
  const waveName = oneLine(wave.name);
  const { responses, expected, teams } = participation;
  const minimum = study.minimum_group_size;
  const count = (): string => {
    if (responses.status === 'shown') return words.answered(responses.value, expected);
    if (responses.status === 'suppressed' && responses.reason?.code === 'too-small') return words.fewer(minimum);
    return words.hidden(minimum);
  };
  const counts = [
    count(),
    ...teams.map((team) =>
      team.responses.status === 'shown'
        ? words.answeredOfTeam(oneLine(team.name), team.responses.value, team.expected)
        : words.hiddenOfTeam(oneLine(team.name), minimum),
    ),
  ];
  const paragraphs = [
    words.greeting(oneLine(name)),
    `${words.today(longDay(day, language), waveName, title)} ${words.lastDay(longDay(wave.closes_on, language))}`,
    counts.join('\n'),
    `${role === 'lead' ? words.toLeads : words.toMakers}\n${origin}/studies/${study.id}`,
    words.page,
  ];
  return { to: email, subject: words.subject(title, waveName), text: `${paragraphs.join('\n\n')}\n` };
}
