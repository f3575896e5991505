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

/** The letter that brings somebody on the staff a link to their account, in the language of the account, else in English. */
export function linkLetter({ purpose, email, name, locale, organisation, url }: LinkMessage): Letter {
  const words = WORDS[locale.split('-')[0] === 'cs' ? 'cs' : 'en'];
  const { subject, text, link } = words[purpose];
  const oneLine = (from: string) => from.replace(/\s+/g, ' ');
  const paragraphs = [words.greeting(oneLine(name)), text(oneLine(organisation)), `${link}\n${url}`, words.otherwise];
  return { to: email, subject: oneLine(subject(organisation)), text: `${paragraphs.join('\n\n')}\n` };
}
