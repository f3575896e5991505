import type { Words } from '../../language-context.ts';
import { czech, english } from '../plural.ts';

const en = {
  comments: {
    title: 'In their own words',
    text: 'Remarks of all teams together, in random order, so that none can be traced to a team. Read them for themes, not for authors.',
    takenBack: (minimum: number) =>
      `When somebody takes a remark back, it is deleted, and the others of its batch are hidden for good (at least ${minimum} in all; where fewer than ${2 * minimum} were written, every one). Shown again, they would tell by the difference which one is missing.`,
    open: 'Show the remarks',
    needsClosed: 'Remarks appear when the wave is closed.',
    few: (minimum: number) =>
      `Remarks are not shown: fewer than ${minimum} people answered, or somebody took a remark back and the others of its batch are hidden for good.`,
    none: 'Nobody wrote a remark.',
    search: 'Search the remarks',
    found: (n: number) => english(n, '1 remark', `${n} remarks`),
    more: 'Show more',
    file: 'Save the remarks (CSV)',
  },
};

type CommentsWords = typeof en;

const cs: CommentsWords = {
  comments: {
    title: 'Vlastními slovy',
    text: 'Poznámky ze všech týmů dohromady v náhodném pořadí, aby žádnou nešlo přiřadit k týmu. Hledejte v nich témata, ne autory.',
    takenBack: (minimum) =>
      `Když někdo vezme poznámku zpět, smaže se a ostatní z její dávky se natrvalo skryjí (dohromady aspoň ${minimum}; kde jich bylo napsáno méně než ${2 * minimum}, všechny). Kdyby se znovu ukázaly, bylo by z rozdílu vidět, která chybí.`,
    open: 'Ukázat poznámky',
    needsClosed: 'Poznámky se objeví po uzavření vlny.',
    few: (minimum) =>
      `Poznámky se neukazují: odpovědělo méně než ${minimum} lidí, nebo někdo vzal poznámku zpět a ostatní z její dávky jsou natrvalo skryté.`,
    none: 'Nikdo poznámku nenapsal.',
    search: 'Hledat v poznámkách',
    found: (n) => czech(n, '1 poznámka', `${n} poznámky`, `${n} poznámek`),
    more: 'Ukázat další',
    file: 'Uložit poznámky (CSV)',
  },
};

/** Remarks. */
export const commentsWords: Words<CommentsWords> = { en, cs };
