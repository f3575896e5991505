import type { Words } from '../../language-context.ts';
import { czech, english } from '../plural.ts';

const en = {
  participation: {
    title: 'Who answered',
    rate: (n: number, expected: number, share: string) => `${n} of ${expected} people answered: ${share}.`,
    count: (n: number) => `${english(n, '1 person has', `${n} people have`)} answered.`,
    hidden: 'How many answered is not shown.',
    byTeam: 'By team',
    byGroup: 'By group',
    picture: (what: string) => `Response rates ${what}`,
    pictureOf: { team: 'by team', group: 'by group' },
    name: 'Name',
    answered: 'Answered',
    expected: 'Asked',
    rateColumn: 'Response rate',
    unknown: 'How many were asked is not known, so there is no rate.',
    more: (n: number) => `Show all ${n}`,
  },
};

type ParticipationWords = typeof en;

const cs: ParticipationWords = {
  participation: {
    title: 'Kdo odpověděl',
    rate: (n, expected, share) =>
      `${czech(n, 'Odpověděl 1 člověk', `Odpověděli ${n} lidé`, `Odpovědělo ${n} lidí`)} z ${expected}: ${share}.`,
    count: (n) => `${czech(n, 'Odpověděl 1 člověk', `Odpověděli ${n} lidé`, `Odpovědělo ${n} lidí`)}.`,
    hidden: 'Kolik lidí odpovědělo, se neukazuje.',
    byTeam: 'Podle týmů',
    byGroup: 'Podle skupin',
    picture: (what) => `Návratnost ${what}`,
    pictureOf: { team: 'podle týmů', group: 'podle skupin' },
    name: 'Název',
    answered: 'Odpovědělo',
    expected: 'Osloveno',
    rateColumn: 'Návratnost',
    unknown: 'Kolik lidí bylo osloveno, není známo, proto tu návratnost není.',
    more: (n) => `Ukázat všechny (${n})`,
  },
};

/** Who answered. */
export const participationWords: Words<ParticipationWords> = { en, cs };
