import type { Words } from '../../language-context.ts';

const en = {
  heat: {
    title: 'Teams at a glance',
    text: 'Each number is the mean of a team, and the colour says how it compares with everybody. Means of small teams are drawn towards the mean of all, so that chance does not put them first or last. All people of a team count here, whatever is chosen above. Choose the name of a scale to see more about it.',
    caption: 'Mean of each team on each scale',
    team: 'Team',
    everybody: 'Everybody',
    showAll: (n: number) => `Show all ${n} teams`,
    table: 'All figures as a table',
    without: (scales: string) => `Without figures of teams, because all of them have too few answers: ${scales}.`,
    noSetting: 'Other teams',
    noTeams: 'There are no figures of teams that you may see.',
    legend: 'Colours: compared with everybody',
    steps: {
      'better-3': 'much better',
      'better-2': 'better',
      'better-1': 'a little better',
      same: 'about the same',
      'worse-1': 'a little worse',
      'worse-2': 'worse',
      'worse-3': 'much worse',
      neutral: 'no better or worse',
    },
    stepsText: (small: string, middle: string, large: string) =>
      `A little is at least ${small} of the length of the scale, plain better or worse at least ${middle}, much at least ${large}. “Better” follows the meaning of the scale: for burnout or stigma it is the lower score.`,
    shrunken: 'drawn towards all',
    own: 'own mean',
    notes: 'Not shown here, and why',
    how: 'How do we know?',
    howText:
      'The means in the picture are empirical Bayes means of a random-intercept model fitted by REML: each team’s own mean is weighed against the mean of all teams by its reliability, which grows with the number of members. Where there is no model the team’s own mean stands. Both are in the table.',
  },
};

type HeatMapWords = typeof en;

const cs: HeatMapWords = {
  heat: {
    title: 'Týmy na první pohled',
    text: 'Každé číslo je průměr týmu a barva říká, jak si tým stojí ve srovnání se všemi. Průměry malých týmů jsou přitaženy k průměru všech, aby je na první nebo poslední místo nedostala náhoda. Počítají se tu všichni lidé v týmu, ať je výše vybráno cokoli. Klepnutím na název škály se o ní dozvíte víc.',
    caption: 'Průměr každého týmu na každé škále',
    team: 'Tým',
    everybody: 'Všichni',
    showAll: (n) => `Ukázat všechny týmy (${n})`,
    table: 'Všechna čísla jako tabulka',
    without: (scales) => `Bez údajů o týmech, protože všechny mají málo odpovědí: ${scales}.`,
    noSetting: 'Ostatní týmy',
    noTeams: 'Nejsou tu žádné údaje o týmech, které byste mohli vidět.',
    legend: 'Barvy: ve srovnání se všemi',
    steps: {
      'better-3': 'o hodně lepší',
      'better-2': 'lepší',
      'better-1': 'o málo lepší',
      same: 'přibližně stejné',
      'worse-1': 'o málo horší',
      'worse-2': 'horší',
      'worse-3': 'o hodně horší',
      neutral: 'ani lepší, ani horší',
    },
    stepsText: (small, middle, large) =>
      `O málo znamená alespoň ${small} délky škály, prostě lepší nebo horší alespoň ${middle}, o hodně alespoň ${large}. Co je lepší, plyne ze smyslu škály: u vyhoření nebo stigmatu je to nižší skóre.`,
    shrunken: 'přitažený ke všem',
    own: 'vlastní průměr',
    notes: 'Co se tu neukazuje a proč',
    how: 'Jak to víme?',
    howText:
      'Průměry v obrázku jsou empirické bayesovské průměry z modelu s náhodným absolutním členem (REML): vlastní průměr týmu se váží proti průměru všech týmů svou reliabilitou, která roste s počtem členů. Kde model není, zůstává vlastní průměr týmu. V tabulce jsou oba.',
  },
};

/** Teams at a glance. */
export const heatMapWords: Words<HeatMapWords> = { en, cs };
