import type { Words } from '../../language-context.ts';

const en = {
  table: {
    show: 'The picture as a table',
    save: 'Save',
    saveAs: (format: string, title: string) => `Save as ${format}: ${title}`,
    failed: 'The picture could not be saved.',
    people: 'People',
    mean: 'Mean',
    lower: 'Lower end',
    upper: 'Upper end',
    sd: 'SD',
    from: 'From',
    to: 'To',
    share: 'Share',
    wave: 'Wave',
    group: 'Group',
    setting: 'Setting',
    team: 'Team',
    scale: 'Scale',
    remark: 'Remark',
    difference: 'Difference',
    lightToDark: 'Share of people, from the lowest answers (light) to the highest (dark)',
    thirdsAxis: 'Share of people: lowest (light), middle and highest third (dark)',
  },
  saved: {
    simulated: 'Simulated answers: they were drawn by a random number generator and say nothing about real people.',
    minimum: (n: number) =>
      `Figures are shown only where at least ${n} people answered, and nothing that would give a smaller group away.`,
    answers: 'Answers',
    simulatedWord: 'simulated',
    realWord: 'given by people',
    table: 'Table',
    study: 'Study',
    waves: 'Wave of the study',
    days: 'Days of the wave',
    about: 'About',
    heat: 'Each number is the mean of a team; those of small teams are drawn towards the mean of all.',
    hiddenCell: 'not shown, see the letter',
    emptyCell: 'no answers',
  },
};

type PicturesWords = typeof en;

const cs: PicturesWords = {
  table: {
    show: 'Obrázek jako tabulka',
    save: 'Uložit',
    saveAs: (format, title) => `Uložit jako ${format}: ${title}`,
    failed: 'Obrázek se nepodařilo uložit.',
    people: 'Počet lidí',
    mean: 'Průměr',
    lower: 'Dolní mez',
    upper: 'Horní mez',
    sd: 'SD',
    from: 'Od',
    to: 'Do',
    share: 'Podíl',
    wave: 'Vlna',
    group: 'Skupina',
    setting: 'Prostředí',
    team: 'Tým',
    scale: 'Škála',
    remark: 'Poznámka',
    difference: 'Rozdíl',
    lightToDark: 'Podíl lidí, od nejnižších odpovědí (světlé) po nejvyšší (tmavé)',
    thirdsAxis: 'Podíl lidí: dolní (světlá), prostřední a horní třetina (tmavá)',
  },
  saved: {
    simulated: 'Simulované odpovědi: vylosoval je generátor náhodných čísel a o skutečných lidech nic neříkají.',
    minimum: (n) =>
      `Údaje se ukazují jen tam, kde odpovědělo aspoň ${n} lidí, a jen pokud neprozradí nic o menší skupině.`,
    answers: 'Odpovědi',
    simulatedWord: 'simulované',
    realWord: 'od lidí',
    table: 'Tabulka',
    study: 'Studie',
    waves: 'Vlna studie',
    days: 'Dny vlny',
    about: 'O kom',
    heat: 'Každé číslo je průměr týmu; průměry malých týmů jsou přitaženy k průměru všech.',
    hiddenCell: 'neukazuje se, viz písmeno',
    emptyCell: 'žádné odpovědi',
  },
};

/** Every picture, the table behind it, and the files it is saved as. */
export const picturesWords: Words<PicturesWords> = { en, cs };
