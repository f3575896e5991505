import type { LinkMessage } from '../access/open-access.ts';
import type { Letter } from '../invitations/mail-transport.ts';

const WORDS = {
  en: {
    greeting: (name: string) => `Good day, ${name},`,
    invite: {
      subject: (organisation: string) => `Your account at ${organisation}`,
      text: (organisation: string) => `${organisation} has made an account for you, to work with its surveys.`,
      link: 'This link lets you choose a password. It works once, and for a week:',
    },
    reset: {
      subject: (organisation: string) => `A new password for your account at ${organisation}`,
      text: () => 'somebody, probably you, has asked for a new password.',
      link: 'This link lets you choose one. It works once, and for an hour:',
    },
    otherwise: 'If you know nothing of this, you need do nothing.',
  },
  cs: {
    greeting: () => 'Dobrý den,',
    invite: {
      subject: (organisation: string) => `Váš účet v organizaci ${organisation}`,
      text: (organisation: string) => `${organisation} vám založila účet pro práci s jejími dotazníky.`,
      link: 'Na tomto odkazu si zvolíte heslo. Lze jej použít jednou a platí týden:',
    },
    reset: {
      subject: (organisation: string) => `Nové heslo k vašemu účtu v organizaci ${organisation}`,
      text: () => 'někdo, nejspíš vy, požádal o nové heslo.',
      link: 'Na tomto odkazu si ho zvolíte. Lze jej použít jednou a platí hodinu:',
    },
    otherwise: 'Pokud o tom nic nevíte, nemusíte nic dělat.',
  },
} as const;

const languageOf = (locale: string): keyof typeof WORDS => (locale.split('-')[0] === 'cs' ? 'cs' : 'en');
const oneLine = (from: string) => from.replace(/\s+/g, ' ');

/**
 * The letter that brings somebody on the staff a link to their account, in the language of the account, else in English.
 * Where it was asked for on a page in another language it says the same in that one below: the language of an account is at
 * first that of whoever made it.
 */
export function linkLetter(message: LinkMessage): Letter {
  const { email, locale, pageLocale = locale, organisation, purpose } = message;
  const languages = [...new Set([languageOf(locale), languageOf(pageLocale)])];
  return {
    to: email,
    subject: languages.map((language) => WORDS[language][purpose].subject(oneLine(organisation))).join(' / '),
    text: languages.map((language) => textIn(language, message)).join('\n* * *\n\n'),
  };
}

function textIn(language: keyof typeof WORDS, { purpose, name, organisation, url }: LinkMessage): string {
  const words = WORDS[language];
  const { text, link } = words[purpose];
  const paragraphs = [words.greeting(oneLine(name)), text(oneLine(organisation)), `${link}\n${url}`, words.otherwise];
  return `${paragraphs.join('\n\n')}\n`;
}
