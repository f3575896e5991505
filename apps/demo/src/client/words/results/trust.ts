import type { Words } from '../../language-context.ts';

const en = {
  reliability: {
    'enough-for-groups':
      'The items of this scale go together well: scores are precise enough to compare groups and waves.',
    barely:
      'The items may or may not go together well enough: read small differences between groups or waves with caution.',
    'too-low': 'The items do not go together well in these answers: do not build on differences in this scale.',
    unknown: 'How well the items go together cannot be said from these answers.',
    alpha: 'Cronbach’s alpha',
    n: 'people with an answer to every item',
    interval: (level: string) => `${level} interval`,
    text: 'Alpha estimates which share of the differences between people’s scores comes from what the items have in common. Whoever left out an item is left out here. The sentence above goes by the whole interval: above 0.70, across it, or below; 0.70 is a habit of the field, not a boundary.',
  },
  agreement: {
    strong:
      'People in the same team answer alike, and teams differ: a team’s mean speaks for the team and may be compared.',
    moderate:
      'People in the same team answer alike and teams differ, but teams of this size have no precise means: do not compare by small differences.',
    weak: 'People answer alike, but teams hardly differ beyond chance: one mean describes them all, and a ranking of teams would be chance.',
    none: 'People in the same team answer very differently: a team’s mean hides more than it shows. Talk before you compare.',
    unknown: 'Whether people in a team answer alike cannot be said from these answers.',
    icc1: 'ICC(1): share of the differences that lies between teams',
    icc2: 'ICC(2): reliability of the teams’ means',
    rwg: 'rwg(j): agreement within a typical team (median)',
    teams: 'teams',
    text: 'rwg(j) compares the spread within a team with answers given at random; values from 0.70 are usually called agreement. The ICCs come from a one-way analysis of variance between teams.',
  },
};

type TrustWords = typeof en;

const cs: TrustWords = {
  reliability: {
    'enough-for-groups': 'Položky této škály patří dobře k sobě: skóre jsou dost přesná na srovnávání skupin a vln.',
    barely: 'Zda položky patří k sobě dost dobře, není jisté: malé rozdíly mezi skupinami nebo vlnami čtěte opatrně.',
    'too-low': 'Položky v těchto odpovědích k sobě dobře nepatří: na rozdílech v této škále nestavte.',
    unknown: 'Jak dobře k sobě položky patří, z těchto odpovědí říci nelze.',
    alpha: 'Cronbachova alfa',
    n: 'lidí s odpovědí na každou položku',
    interval: (level) => `interval spolehlivosti ${level}`,
    text: 'Alfa odhaduje, jaký podíl rozdílů mezi skóre lidí pochází z toho, co mají položky společné. Kdo některou položku vynechal, tu není započten. Věta výše se řídí celým intervalem: nad 0,70, přes ni, nebo pod ní; 0,70 je zvyk oboru, ne hranice.',
  },
  agreement: {
    strong: 'Lidé v jednom týmu odpovídají podobně a týmy se liší: průměr týmu za tým mluví a lze ho srovnávat.',
    moderate:
      'Lidé v jednom týmu odpovídají podobně a týmy se liší, ale týmy této velikosti nemají přesné průměry: nesrovnávejte je podle malých rozdílů.',
    weak: 'Lidé odpovídají podobně, ale týmy se sotva liší víc, než by se lišily náhodou: popisuje je jeden průměr a jejich pořadí by bylo dílem náhody.',
    none: 'Lidé v jednom týmu odpovídají velmi různě: průměr týmu víc skrývá, než ukazuje. Než začnete srovnávat, promluvte si.',
    unknown: 'Zda lidé v jednom týmu odpovídají podobně, z těchto odpovědí říci nelze.',
    icc1: 'ICC(1): podíl rozdílů, který leží mezi týmy',
    icc2: 'ICC(2): reliabilita průměrů týmů',
    rwg: 'rwg(j): shoda v typickém týmu (medián)',
    teams: 'počet týmů',
    text: 'rwg(j) srovnává rozptyl v týmu s náhodně danými odpověďmi; hodnoty od 0,70 se obvykle nazývají shodou. ICC pocházejí z jednofaktorové analýzy rozptylu mezi týmy.',
  },
};

/** How far a scale can be trusted. */
export const trustWords: Words<TrustWords> = { en, cs };
