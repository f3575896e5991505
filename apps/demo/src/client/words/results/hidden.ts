import type { Words } from '../../language-context.ts';

const en = {
  hidden: {
    word: 'not shown',
    title: 'Not shown here',
    'too-small': (minimum: number) => `Fewer than ${minimum} people answered here.`,
    unanimous: () =>
      'Nearly everybody here answered at the same end of the scale, so the mean would tell what each of them said.',
    protects: (_: number, others: string) =>
      `Enough people answered here, but together with the other figures this one would give away another that is about too few people: ${others}.`,
    anybody: (minimum: number) =>
      `Kept back so that nobody can be recognised: fewer than ${minimum} people answered, or the figure would give away a group that small.`,
    total: 'the total',
    noData: 'No answers.',
    noDataShort: 'none',
  },
};

type HiddenWords = typeof en;

const cs: HiddenWords = {
  hidden: {
    word: 'neukazuje se',
    title: 'Co se tu neukazuje',
    'too-small': (minimum) => `Odpovědělo tu méně než ${minimum} lidí.`,
    unanimous: () => 'Téměř všichni tu odpověděli na stejném konci škály, průměr by prozradil odpověď každého z nich.',
    protects: (_, others) =>
      `Odpovědělo tu dost lidí, ale spolu s ostatními čísly by toto prozradilo jiné, které se týká příliš mála lidí: ${others}.`,
    anybody: (minimum) =>
      `Neukazuje se, aby nikdo nemohl být rozpoznán: odpovědělo méně než ${minimum} lidí, nebo by číslo prozradilo takto malou skupinu.`,
    total: 'celek',
    noData: 'Žádné odpovědi.',
    noDataShort: 'nic',
  },
};

/** Why a figure is not shown. */
export const hiddenWords: Words<HiddenWords> = { en, cs };
