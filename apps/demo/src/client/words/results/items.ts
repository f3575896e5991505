import type { Words } from '../../language-context.ts';

const en = {
  items: {
    title: 'Question by question',
    text: 'How the single questions were answered. Questions are shown for everybody or for a group, never for a team.',
    open: 'Show the questions',
    instrument: 'Questionnaire',
    ofTeam: 'You have chosen a team or a setting; the questions below are about everybody in it and outside it.',
    number: 'No.',
    label: 'Question (short label)',
    reversed: 'reversed',
    answers: 'Answers',
    mean: 'Mean',
    rest: 'With the rest',
    codes: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
    picture: 'Answers to each question',
    how: 'How do we know?',
    howText:
      'Labels are short descriptions of our own, not the wording. The mean is of the answers as they were given; “with the rest” is the correlation with the rest of the scale after reversed questions are turned round. Neighbouring answers are joined until no part is about fewer people than the minimum.',
    none: 'There are no questions to show.',
  },
};

type ItemsWords = typeof en;

const cs: ItemsWords = {
  items: {
    title: 'Otázku po otázce',
    text: 'Jak byly zodpovězeny jednotlivé otázky. Ukazují se za všechny nebo za skupinu, nikdy za tým.',
    open: 'Ukázat otázky',
    instrument: 'Dotazník',
    ofTeam: 'Máte vybraný tým nebo prostředí; otázky níže se týkají všech, uvnitř i mimo.',
    number: 'Č.',
    label: 'Otázka (stručně)',
    reversed: 'obrácená',
    answers: 'Odpovědi',
    mean: 'Průměr',
    rest: 'Se zbytkem',
    codes: (from, to) => (from === to ? from : `${from}–${to}`),
    picture: 'Odpovědi na jednotlivé otázky',
    how: 'Jak to víme?',
    howText:
      'Názvy jsou naše stručné popisy, ne znění otázek. Průměr je z odpovědí tak, jak byly dány; „se zbytkem“ je korelace se zbytkem škály po otočení obrácených otázek. Sousední odpovědi se spojují, dokud by se některá část týkala méně lidí, než je minimum.',
    none: 'Nejsou tu žádné otázky k ukázání.',
  },
};

/** Question by question. */
export const itemsWords: Words<ItemsWords> = { en, cs };
