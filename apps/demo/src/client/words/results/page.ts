import type { Words } from '../../language-context.ts';
import { peopleCs, peopleEn } from './people.ts';

const en = {
  title: 'Results',
  contents: 'On this page',
  none: {
    title: 'No wave has started yet',
    text: 'Results appear here as soon as the first wave is open and answers come in.',
    study: 'To the study',
  },
  reach: {
    team: (team: string) => `You see the organisation as a whole and your own team, ${team}.`,
    whole: 'You see the organisation as a whole. Figures of teams are not shown to you.',
  },
  simulated:
    'The answers in this study were drawn by a random number generator from a published model. They say nothing about real people.',
  filters: {
    label: 'What the figures are about',
    wave: 'Wave',
    open: 'open',
    group: 'Group',
    everyGroup: 'All groups',
    setting: 'Setting',
    everySetting: 'All settings',
    team: 'Team',
    everyTeam: 'All teams',
    clear: 'Show everybody again',
    everybody: 'everybody',
    figuresOf: (what: string) => `The figures are about ${what}.`,
    about: (what: string, wave: string) => `You are looking at ${what}, ${wave}.`,
    loading: 'Loading the figures for this choice…',
  },
  live: {
    note: 'This wave is open. You see who has answered so far; the figures appear when the wave is closed, so that nobody can be recognised by watching them change.',
    before: 'Look at the wave before',
    asOf: (time: string) => `As of ${time}; renewed every 10 seconds.`,
    updated: (n: number) => `New answers: ${peopleEn(n)} so far.`,
    stale: (time: string) => `The results could not be renewed. You see those of ${time}.`,
    refresh: 'Refresh',
  },
  empty: 'No answers yet.',
  loading: 'Loading…',
  retry: 'Try again',
  failed: 'This part could not be loaded.',
};

type PageWords = typeof en;

const cs: PageWords = {
  title: 'Výsledky',
  contents: 'Na této stránce',
  none: {
    title: 'Zatím nezačala žádná vlna',
    text: 'Výsledky se tu objeví, jakmile se otevře první vlna a začnou přicházet odpovědi.',
    study: 'Ke studii',
  },
  reach: {
    team: (team) => `Vidíte organizaci jako celek a svůj tým: ${team}.`,
    whole: 'Vidíte organizaci jako celek. Údaje o jednotlivých týmech se vám neukazují.',
  },
  simulated:
    'Odpovědi v této studii vytvořil generátor náhodných čísel podle zveřejněného modelu. O skutečných lidech neříkají nic.',
  filters: {
    label: 'Čeho se čísla týkají',
    wave: 'Vlna',
    open: 'otevřená',
    group: 'Skupina',
    everyGroup: 'Všechny skupiny',
    setting: 'Prostředí',
    everySetting: 'Všechna prostředí',
    team: 'Tým',
    everyTeam: 'Všechny týmy',
    clear: 'Ukázat zase všechny',
    everybody: 'všichni',
    figuresOf: (what) => `Koho se čísla týkají: ${what}.`,
    about: (what, wave) => `Díváte se na: ${what}, ${wave}.`,
    loading: 'Načítají se čísla pro tento výběr…',
  },
  live: {
    note: 'Tato vlna je otevřená. Vidíte, kdo už odpověděl; čísla se objeví po uzavření vlny, aby nešlo nikoho poznat podle toho, jak se mění.',
    before: 'Podívat se na předchozí vlnu',
    asOf: (time) => `Stav v ${time}; obnovuje se každých 10 sekund.`,
    updated: (n) => `Nové odpovědi: zatím ${peopleCs(n)}.`,
    stale: (time) => `Výsledky se nepodařilo obnovit. Vidíte stav v ${time}.`,
    refresh: 'Obnovit',
  },
  empty: 'Zatím žádné odpovědi.',
  loading: 'Načítá se…',
  retry: 'Zkusit znovu',
  failed: 'Tuto část se nepodařilo načíst.',
};

/** What stands around the figures: headings, whom they are about, and how fresh they are. */
export const pageWords: Words<PageWords> = { en, cs };
