import type { Words } from '../../language-context.ts';
import { czech } from '../plural.ts';
import { peopleCs, peopleEn } from './people.ts';

const en = {
  same: {
    title: 'The same people, or others?',
    text: 'A mean can change because people changed, or because others answered. Where people gave a code, those found in both waves are looked at by themselves.',
    open: 'Compare two waves',
    first: 'From',
    second: 'To',
    linked: 'The same people, found in both waves',
    unlinked: 'People who answered in one of the waves only',
    everybody: 'Everybody who answered',
    picture: (scale: string) => `Change of the mean, ${scale}`,
    chooseScale: 'Scale',
    n: (before: number, after: number) => `${before} before, ${after} after`,
    linkedN: (n: number) => peopleEn(n),
    reliable: (higher: number, unchanged: number, lower: number) =>
      `Of them, ${higher} scored higher than the error of the score explains, ${lower} lower, and ${unchanged} about the same.`,
    notShown: 'Not shown: too few people, or somebody could be recognised by subtraction.',
    why: 'Too few people, or somebody could be recognised by subtraction.',
    apart:
      'Shown only for a wave and the one right after it: figures for more pairs, side by side, would give single people away.',
    noCode: 'This study does not link answers over time, so only everybody is compared.',
    needsClosed: 'This compares closed waves; there are not two of them yet.',
    how: 'How do we know?',
    howText:
      'Linked: mean of the differences with a t interval. The others: difference of two independent means (Welch). Everybody: the same, allowing for those who are in both waves. Effects are Hedges’ g, for linked people in the mean standard deviation of the two waves (gav).',
    effect: 'Effect',
    who: 'Who',
    linkage: {
      title: 'How well were people found again?',
      text: (links: number, share: string) => `${links} people were found in both waves, ${share} of the smaller wave.`,
      false: (share: string) => `Chance alone would explain about ${share} of these links.`,
    },
  },
};

type SamePeopleWords = typeof en;

const cs: SamePeopleWords = {
  same: {
    title: 'Titíž lidé, nebo jiní?',
    text: 'Průměr se může změnit tím, že se změnili lidé, nebo tím, že odpověděli jiní. Kde lidé zadali kód, jsou ti nalezení v obou vlnách ukázáni zvlášť.',
    open: 'Srovnat dvě vlny',
    first: 'Od',
    second: 'Do',
    linked: 'Titíž lidé, nalezení v obou vlnách',
    unlinked: 'Lidé, kteří odpověděli jen v jedné z vln',
    everybody: 'Všichni, kdo odpověděli',
    picture: (scale) => `Změna průměru: ${scale}`,
    chooseScale: 'Škála',
    n: (before, after) => `předtím ${before}, potom ${after}`,
    linkedN: (n) => peopleCs(n),
    reliable: (higher, unchanged, lower) =>
      `Z nich ${higher} má výš, než vysvětlí chyba skóre, ${lower} níž a ${unchanged} přibližně stejně.`,
    notShown: 'Neukazuje se: lidí je málo, nebo by se dal někdo poznat odečtením.',
    why: 'Lidí je málo, nebo by se dal někdo poznat odečtením.',
    apart:
      'Ukazuje se jen pro dvě vlny jdoucí po sobě: z údajů o dalších dvojicích vln by se dali poznat jednotliví lidé.',
    noCode: 'Tato studie odpovědi v čase nepropojuje, proto se srovnávají jen všichni.',
    needsClosed: 'Srovnávají se uzavřené vlny; dvě zatím nejsou.',
    how: 'Jak to víme?',
    howText:
      'Propojení: průměr rozdílů s t intervalem. Ostatní: rozdíl dvou nezávislých průměrů (Welch). Všichni: totéž s ohledem na ty, kdo jsou v obou vlnách. Účinky jsou Hedgesovo g, u propojených ve střední směrodatné odchylce obou vln (gav).',
    effect: 'Účinek',
    who: 'Kdo',
    linkage: {
      title: 'Jak dobře se lidé našli znovu?',
      text: (links, share) =>
        `V obou vlnách bylo nalezeno ${czech(links, '1 člověk', `${links} lidé`, `${links} lidí`)}, ${share} menší vlny.`,
      false: (share) => `Pouhou náhodou by vzniklo asi ${share} těchto spojení.`,
    },
  },
};

/** Two waves beside each other. */
export const samePeopleWords: Words<SamePeopleWords> = { en, cs };
