import type { Words } from '../../language-context.ts';
import { czech } from '../plural.ts';
import { peopleCs, peopleEn } from './people.ts';

const en = {
  scales: {
    title: 'Scale by scale',
    text: 'Choose a scale to see how its scores are spread, how they changed, how groups compare, and how far the figures can be trusted.',
    toList: 'Back to all scales',
    where: (mean: string, from: string, to: string) => `${mean} on a scale from ${from} to ${to}`,
    noChange: 'first wave',
    hiddenBefore: 'wave before not shown',
    unknownChange: 'not known',
    answers: (n: number) => `${peopleEn(n)} answered this questionnaire`,
    validationOfAll:
      'None of these questionnaires has been validated yet: they were written by the Peerscale project, and no study has tested yet what they measure.',
    validation: 'Not validated yet: written by the Peerscale project; no study has tested yet what it measures.',
  },
  scale: {
    highMeans: (text: string) => `A high score means: ${text}.`,
    mean: (n: number, mean: string, from: string, to: string) =>
      `On average ${mean} on a scale from ${from} to ${to}, from ${peopleEn(n)}.`,
    interval: (level: string, lower: string, upper: string) =>
      `If many more people like them had answered, the mean would most likely lie between ${lower} and ${upper} (${level} interval).`,
    distribution: 'How the scores are spread',
    distributionNote: 'The height of a bar is people per point of the scale; the number on it is people.',
    distributionHidden: 'The spread of the scores is not shown: some parts of it would be about too few people.',
    distributionWhole: 'The spread of the scores is shown for everybody only.',
    axis: (from: string, to: string) => `Score (possible: ${from} to ${to})`,
    meanMark: (mean: string) => `mean ${mean}`,
    waves: 'From wave to wave',
    wavesNote: 'Dots are means, lines reach over their 95% intervals. Everybody who answered in a wave counts.',
    groups: 'Groups compared',
    settings: 'Settings compared',
    compareNote: 'Where the lines of two groups overlap widely, chance alone could explain the difference.',
    teams: 'Teams compared',
    teamsNote: 'Dots with lines are the teams’ own means and intervals; rings are the means drawn towards all.',
    thirds: 'Low, middle and high scores in the teams',
    thirdsNote: 'Shares of people in the lowest, middle and highest third of the possible scores.',
    third: ['lowest third', 'middle third', 'highest third'] as readonly string[],
    trust: 'How far can this be trusted?',
    how: 'How do we know?',
    whole: 'Everybody',
    picture: (what: string, scale: string) => `${what}: ${scale}`,
  },
  changeWords: {
    better: 'better',
    worse: 'worse',
    up: 'higher',
    down: 'lower',
    steady: 'no clear change',
    lead: (amount: string, direction: string, wave: string) => `Since ${wave}: ${amount} points ${direction}.`,
    good: 'That is good news.',
    bad: 'That is bad news.',
    sure: (level: string, lower: string, upper: string) =>
      `With ${level} confidence the true difference lies between ${lower} and ${upper} points.`,
    unsure: (level: string, lower: string, upper: string, wave: string) =>
      `No clear change since ${wave}: with ${level} confidence the true difference lies between ${lower} and ${upper} points, and that includes none at all.`,
    size: {
      negligible: 'Next to the differences between people it is negligible',
      small: 'Next to the differences between people it is small',
      medium: 'Next to the differences between people it is medium-sized',
      large: 'Next to the differences between people it is large',
    },
    effect: (g: string) => ` (Hedges’ g ${g}).`,
    plain: (amount: string, wave: string) => `Since ${wave}: ${amount} points. There is no interval for this change.`,
    none: 'There is nothing to compare with yet.',
    hiddenBefore: 'The figure of the wave before is not shown, so there is no change to tell.',
    short: { up: 'higher by', down: 'lower by' },
  },
};

type ScalesWords = typeof en;

const cs: ScalesWords = {
  scales: {
    title: 'Škálu po škále',
    text: 'Vyberte škálu a uvidíte, jak jsou skóre rozložena, jak se změnila, jak si stojí skupiny a nakolik se číslům dá věřit.',
    toList: 'Zpět ke všem škálám',
    where: (mean, from, to) => `${mean} na škále od ${from} do ${to}`,
    noChange: 'první vlna',
    hiddenBefore: 'předchozí vlna se neukazuje',
    unknownChange: 'není známo',
    answers: (n) =>
      `${czech(n, 'Tento dotazník vyplnil 1 člověk', `Tento dotazník vyplnili ${n} lidé`, `Tento dotazník vyplnilo ${n} lidí`)}`,
    validationOfAll:
      'Žádný z těchto dotazníků zatím nebyl ověřen: napsal je projekt Peerscale a žádná studie zatím neprověřila, co měří.',
    validation: 'Zatím neověřeno: otázky napsal projekt Peerscale a žádná studie zatím neprověřila, co měří.',
  },
  scale: {
    highMeans: (text) => `Vysoké skóre znamená: ${text}.`,
    mean: (n, mean, from, to) => `Průměr je ${mean} na škále od ${from} do ${to} (${peopleCs(n)}).`,
    interval: (level, lower, upper) =>
      `Kdyby odpovědělo mnohem víc takových lidí, ležel by průměr nejspíš mezi ${lower} a ${upper} (interval spolehlivosti ${level}).`,
    distribution: 'Jak jsou skóre rozložena',
    distributionNote: 'Výška sloupce je počet lidí na jeden bod škály; číslo nad ním je počet lidí.',
    distributionHidden: 'Rozložení skóre se neukazuje: některé jeho části by se týkaly příliš mála lidí.',
    distributionWhole: 'Rozložení skóre se ukazuje jen za všechny.',
    axis: (from, to) => `Skóre (možné hodnoty: ${from} až ${to})`,
    meanMark: (mean) => `průměr ${mean}`,
    waves: 'Od vlny k vlně',
    wavesNote: 'Body jsou průměry, čáry jejich 95% intervaly. Počítají se všichni, kdo ve vlně odpověděli.',
    groups: 'Srovnání skupin',
    settings: 'Srovnání prostředí',
    compareNote: 'Kde se čáry dvou skupin hodně překrývají, mohla by rozdíl vysvětlit pouhá náhoda.',
    teams: 'Srovnání týmů',
    teamsNote: 'Body s čarami jsou vlastní průměry týmů a jejich intervaly; kroužky jsou průměry přitažené ke všem.',
    thirds: 'Nízká, střední a vysoká skóre v týmech',
    thirdsNote: 'Podíly lidí v dolní, prostřední a horní třetině možných skóre.',
    third: ['dolní třetina', 'prostřední třetina', 'horní třetina'],
    trust: 'Nakolik se tomu dá věřit?',
    how: 'Jak to víme?',
    whole: 'Všichni',
    picture: (what, scale) => `${what}: ${scale}`,
  },
  changeWords: {
    better: 'lepší',
    worse: 'horší',
    up: 'výš',
    down: 'níž',
    steady: 'bez zřetelné změny',
    lead: (amount, direction, wave) => `Od vlny ${wave}: o ${amount} bodu ${direction}.`,
    good: 'To je dobrá zpráva.',
    bad: 'To je špatná zpráva.',
    sure: (level, lower, upper) => `S jistotou ${level} leží skutečný rozdíl mezi ${lower} a ${upper} bodu.`,
    unsure: (level, lower, upper, wave) =>
      `Od vlny ${wave} bez zřetelné změny: s jistotou ${level} leží skutečný rozdíl mezi ${lower} a ${upper} bodu, tedy možná žádný není.`,
    size: {
      negligible: 'Vedle rozdílů mezi lidmi je zanedbatelný',
      small: 'Vedle rozdílů mezi lidmi je malý',
      medium: 'Vedle rozdílů mezi lidmi je střední',
      large: 'Vedle rozdílů mezi lidmi je velký',
    },
    effect: (g) => ` (Hedgesovo g ${g}).`,
    plain: (amount, wave) => `Od vlny ${wave}: ${amount} bodu. Interval pro tuto změnu není.`,
    none: 'Zatím není s čím srovnávat.',
    hiddenBefore: 'Údaj z předchozí vlny se neukazuje, a tak se o změně nedá nic říct.',
    short: { up: 'výš o', down: 'níž o' },
  },
};

/** Scale by scale: the list, the details of one, and its change in a sentence. */
export const scalesWords: Words<ScalesWords> = { en, cs };
