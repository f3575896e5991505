import type { Words } from '../../language-context.ts';
import { czech, english } from '../plural.ts';

const en = {
  comments: {
    title: 'In their own words',
    text: 'Remarks of all teams together, in random order, so that none can be traced to a team. Read them for themes, not for authors. Where somebody takes a remark back, some others are left out with it, so that nobody sees which one it was.',
    open: 'Show the remarks',
    needsClosed: 'Remarks appear when the wave is closed.',
    few: (minimum: number) =>
      `Remarks are not shown: fewer than ${minimum} people answered, or what is left would tell who took a remark back.`,
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
    text: 'Poznámky ze všech týmů dohromady v náhodném pořadí, aby žádnou nešlo přiřadit k týmu. Hledejte v nich témata, ne autory. Když někdo vezme poznámku zpět, vynechá se s ní i několik dalších, aby nebylo vidět, která to byla.',
    open: 'Ukázat poznámky',
    needsClosed: 'Poznámky se objeví po uzavření vlny.',
    few: (minimum) =>
      `Poznámky se neukazují: odpovědělo méně než ${minimum} lidí, nebo by zbylé prozradily, kdo vzal poznámku zpět.`,
    none: 'Nikdo poznámku nenapsal.',
    search: 'Hledat v poznámkách',
    found: (n) => czech(n, '1 poznámka', `${n} poznámky`, `${n} poznámek`),
    more: 'Ukázat další',
    file: 'Uložit poznámky (CSV)',
  },
};

/** Remarks. */
export const commentsWords: Words<CommentsWords> = { en, cs };
