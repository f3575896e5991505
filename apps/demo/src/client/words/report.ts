import type { Words } from '../language-context.ts';
import { czech, english } from './plural.ts';

/** What a scale is about, as a team would say it: several scales share one. */
export const TOPICS = [
  'clarity',
  'conflict',
  'own-role',
  'own-conflict',
  'boundaries',
  'standing',
  'support',
  'supervision',
  'access',
  'exhaustion',
  'distance',
  'accomplishment',
  'satisfaction',
  'conditions',
  'recognition',
  'stigma',
  'respect',
  'outside',
  'values',
  'self-stigma',
  'staying',
] as const;
export type Topic = (typeof TOPICS)[number];

interface TopicWords {
  /** completes "This is about …" */
  readonly about: string;
  /** opens a talk; has no right answer, and blames nobody */
  readonly question: string;
}

/** A comparison in words; `favourable` says whether it is good news. */
export type Comparison = 'better' | 'worse' | 'higher' | 'lower' | 'same';

const en = {
  eyebrow: 'Report for the team meeting',
  print: 'Print, or save as PDF',
  wave: 'Wave',
  waves: (name: string, span: string) => `${name}, ${span}`,
  actions: 'What we agreed',
  results: 'All results',
  none: 'No wave has ended yet, so there is nothing to report. Figures of teams appear when a wave is closed.',
  page: (number: number) => `Page ${number} of 2`,
  asOf: (date: string) => `As of ${date}`,
  participation: {
    title: 'Who answered',
    of: (responses: number, expected: number, share: string) =>
      `${responses} of ${expected} people answered (${share}).`,
    some: (responses: number) => english(responses, '1 person answered.', `${responses} people answered.`),
    hidden: (minimum: number) =>
      `How many people answered is not shown: it is fewer than ${minimum}, or would give away such a small group elsewhere.`,
    noData: 'Nobody has answered yet.',
  },
  /** after the name of a scale that several groups are asked about; by what the id of its instrument ends with */
  seenBy: {
    staff: 'as staff see it',
    manager: 'as managers see it',
    'peer-worker': 'as peer workers see it',
    'service-user': 'as service users see it',
  } as Readonly<Record<string, string>>,
  strong: 'What is strong',
  strongNone: 'Nothing stands out here this time. Ask yourselves what should stay as it is.',
  talk: 'What needs talking about',
  talkNone: 'Nothing stands out here this time.',
  talkLowest:
    'Nothing stands out here this time: nothing is worse than for everybody or than last time. If you are looking for a topic, this is your lowest figure.',
  hiddenTitle: 'No figures for this team',
  hidden: (minimum: number) =>
    `Figures are shown only for at least ${minimum} people, and only where they reveal nothing about smaller groups. This team has none this time. The questions below need no figures.`,
  about: (about: string) => `About ${about}.`,
  figures: (team: string, whole: string | null) =>
    whole === null ? `Team ${team}` : `Team ${team}, everybody ${whole}`,
  range: (minimum: string, maximum: string, highMeans: string) =>
    `From ${minimum} to ${maximum}; high means ${highMeans}.`,
  compared: {
    better: 'Better than for everybody.',
    worse: 'Worse than for everybody.',
    higher: 'Higher than for everybody.',
    lower: 'Lower than for everybody.',
    same: 'About the same as for everybody.',
  } satisfies Record<Comparison, string> as Record<Comparison, string>,
  changed: {
    better: 'Better than last time.',
    worse: 'Worse than last time.',
    higher: 'Higher than last time.',
    lower: 'Lower than last time.',
    same: 'No clear change since last time.',
  } satisfies Record<Comparison, string> as Record<Comparison, string>,
  questions: 'Three questions to start with',
  questionsHint: 'Let everybody speak once before anybody speaks twice.',
  next: {
    title: 'What we will do',
    what: 'What',
    who: 'Who',
    when: 'By when',
  },
  all: {
    title: 'All the figures for the team',
    scale: 'Scale',
    picture: 'In a picture',
    team: 'Team',
    whole: 'All',
    before: 'Team last time',
    change: 'Since last time',
    more: (n: number) =>
      english(n, '1 more scale is on the results page.', `${n} more scales are on the results page.`),
    none: 'No figures for this team can be shown in this wave.',
    noFigure: 'none',
    short: {
      better: 'better',
      worse: 'worse',
      higher: 'higher',
      lower: 'lower',
      same: 'no clear change',
    } satisfies Record<Comparison, string> as Record<Comparison, string>,
  },
  read: {
    title: 'How to read this page',
    key: {
      team: 'this team, with the range that chance alone would explain',
      whole: 'everybody',
      before: 'this team last time',
      good: 'the better end',
    },
    text: 'A mean says where a group is as a whole, not where anybody is. A difference counts here when it is larger than chance would explain in nineteen cases out of twenty; with few people even real differences may not show.',
    limits:
      'The figures do not say why. That is what the meeting is for. They are not grades, and nobody is being judged.',
  },
  notShown: {
    title: 'What is not shown, and why',
    everything: 'All the figures for the team can be shown.',
    scales: (names: string, minimum: number) =>
      `${names}: fewer than ${minimum} people of the team answered these questions, or the figure would reveal too much about individuals or about such a small group.`,
    rest: 'A team’s individual answers, figures for single questions and remarks are never shown.',
  },
  last: {
    title: 'What came of earlier agreements',
    none: 'Nothing was written down after earlier waves.',
    state: { agreed: 'agreed', begun: 'begun', done: 'done', dropped: 'dropped' },
    after: (wave: string) => `after ${wave}`,
    more: (n: number) =>
      english(n, '1 more is on the page “What we agreed”.', `${n} more are on the page “What we agreed”.`),
  },
  general: [
    'What in these figures surprised us, and what did we know already?',
    'What should stay exactly as it is, and who looks after it?',
    'Which one small thing do we try until the next wave?',
  ],
  topics: {
    clarity: {
      about: 'how clear it is to everybody what peer workers do and do not do',
      question: 'Which tasks of peer workers does each of us see differently, and who decides in doubt?',
    },
    conflict: {
      about: 'being pulled between closeness and profession, or between the team and one’s own experience',
      question: 'In which situations do our roles pull in two directions, and what would help at that moment?',
    },
    'own-role': {
      about: 'how clear it is to people what is expected of them',
      question: 'Which of our own tasks does each of us see differently, and who decides in doubt?',
    },
    'own-conflict': {
      about: 'demands that pull in different directions',
      question: 'Which demands on us contradict each other, and who could settle which one comes first?',
    },
    boundaries: {
      about: 'keeping boundaries toward the people one supports',
      question: 'When did it last get hard to say no, and who could have stepped in?',
    },
    standing: {
      about: 'whether peer workers are colleagues on equal terms',
      question: 'Where do peer workers have the same say as everybody else, and where not yet?',
    },
    support: {
      about: 'the support there is when things get difficult',
      question: 'Whom do we turn to when a day gets too much, and what do we need from above?',
    },
    supervision: {
      about: 'whether supervision helps in the work',
      question: 'What would supervision have to be about for us to miss it?',
    },
    access: {
      about: 'how easily people who use the service reach peer workers',
      question: 'What stands between a person who uses our service and a talk with a peer worker?',
    },
    exhaustion: {
      about: 'how much strength the work takes, and whether rest gives it back',
      question: 'Which part of the week costs most strength, and what of it could we drop, share or move?',
    },
    distance: {
      about: 'how close people stay to those they work with',
      question: 'What would let us be more with people again, and less with everything else?',
    },
    accomplishment: {
      about: 'whether people see that their work is of use',
      question: 'What went well last month that nobody has said aloud yet?',
    },
    satisfaction: {
      about: 'how content people are with the work as a whole',
      question: 'If we could change one thing about our work until the next wave, what would it be?',
    },
    conditions: {
      about: 'the conditions of work, and the room to grow in it',
      question: 'Which condition can we change ourselves, and which one do we have to take to somebody else?',
    },
    recognition: {
      about: 'belonging to the team, and whether good work is seen',
      question: 'How does somebody here notice that their work is seen?',
    },
    stigma: {
      about: 'being treated as less because of one’s own experience',
      question: 'What do we do when somebody is talked down to: at once, and afterwards?',
    },
    respect: {
      about: 'how people who use the service are spoken of and treated',
      question: 'How do we speak of people when they are not in the room, and who says something when it slips?',
    },
    outside: {
      about: 'being thought less of for working in this field',
      question: 'Who outside should know better what we do, and how could we show it?',
    },
    values: {
      about: 'how far the values of peer support are lived',
      question: 'Which of our values could one see here last month, and which one not?',
    },
    'self-stigma': {
      about: 'whether one’s own experience counts as a strength or as a flaw',
      question: 'When did somebody’s own experience help us in our work, and did we say so?',
    },
    staying: {
      about: 'whether people want to stay',
      question: 'What makes people want to stay here, and what makes them think of going?',
    },
  } satisfies Record<Topic, TopicWords> as Record<Topic, TopicWords>,
};

export type ReportWords = typeof en;

const cs: ReportWords = {
  eyebrow: 'Zpráva pro poradu týmu',
  print: 'Vytisknout nebo uložit jako PDF',
  wave: 'Vlna',
  waves: (name, span) => `${name}, ${span}`,
  actions: 'Na čem jsme se dohodli',
  results: 'Všechny výsledky',
  none: 'Zatím neskončila žádná vlna, není tedy o čem podat zprávu. Údaje týmů se ukážou, až se vlna uzavře.',
  page: (number) => `Strana ${number} ze 2`,
  asOf: (date) => `Stav k ${date}`,
  participation: {
    title: 'Kdo odpověděl',
    of: (responses, expected, share) =>
      `${czech(responses, 'Odpověděl', 'Odpověděli', 'Odpovědělo')} ${responses} z ${expected} lidí (${share}).`,
    some: (n) => czech(n, 'Odpověděl 1 člověk.', `Odpověděli ${n} lidé.`, `Odpovědělo ${n} lidí.`),
    hidden: (minimum) =>
      `Počet odpovědí se neukazuje: je jich méně než ${minimum}, nebo by prozradil něco o tak malé skupině jinde.`,
    noData: 'Zatím nikdo neodpověděl.',
  },
  seenBy: {
    staff: 'očima personálu',
    manager: 'očima vedoucích',
    'peer-worker': 'očima lidí v peer roli',
    'service-user': 'očima lidí, kteří službu využívají',
  },
  strong: 'Co je silné',
  strongNone: 'Tentokrát tu nic nevyčnívá. Zeptejte se, co má zůstat, jak je.',
  talk: 'O čem je třeba mluvit',
  talkNone: 'Tentokrát tu nic nevyčnívá.',
  talkLowest:
    'Tentokrát tu nic nevyčnívá: nic není horší než u všech ani než minule. Pokud hledáte téma, tohle je váš nejnižší údaj.',
  hiddenTitle: 'Tým nemá vlastní údaje',
  hidden: (minimum) =>
    `Údaje se ukazují jen nejméně o ${minimum} lidech a jen tam, kde neprozradí nic o menších skupinách. Tento tým tentokrát žádné nemá. Otázky níže údaje nepotřebují.`,
  about: (about) => `Jde o to, ${about}.`,
  figures: (team, whole) => (whole === null ? `Tým ${team}` : `Tým ${team}, všichni ${whole}`),
  range: (minimum, maximum, highMeans) => `Od ${minimum} do ${maximum}; vysoká hodnota znamená: ${highMeans}.`,
  compared: {
    better: 'Lepší než u všech.',
    worse: 'Horší než u všech.',
    higher: 'Vyšší než u všech.',
    lower: 'Nižší než u všech.',
    same: 'Přibližně stejné jako u všech.',
  },
  changed: {
    better: 'Lepší než minule.',
    worse: 'Horší než minule.',
    higher: 'Vyšší než minule.',
    lower: 'Nižší než minule.',
    same: 'Od minula bez zřetelné změny.',
  },
  questions: 'Tři otázky na začátek',
  questionsHint: 'Ať každý promluví jednou, než někdo promluví podruhé.',
  next: {
    title: 'Co uděláme',
    what: 'Co',
    who: 'Kdo',
    when: 'Do kdy',
  },
  all: {
    title: 'Všechny údaje týmu',
    scale: 'Škála',
    picture: 'Na obrázku',
    team: 'Tým',
    whole: 'Všichni',
    before: 'Tým minule',
    change: 'Od minula',
    more: (n) =>
      czech(
        n,
        'Ještě 1 škála je na stránce s výsledky.',
        `Ještě ${n} škály jsou na stránce s výsledky.`,
        `Ještě ${n} škál je na stránce s výsledky.`,
      ),
    none: 'V této vlně nelze ukázat žádný údaj tohoto týmu.',
    noFigure: 'není',
    short: { better: 'lepší', worse: 'horší', higher: 'vyšší', lower: 'nižší', same: 'bez zřetelné změny' },
  },
  read: {
    title: 'Jak tuto stránku číst',
    key: {
      team: 'tento tým s rozmezím, které vysvětlí pouhá náhoda',
      whole: 'všichni',
      before: 'tento tým minule',
      good: 'lepší konec',
    },
    text: 'Průměr říká, jak je na tom skupina jako celek, ne jak je na tom kdokoli z ní. Rozdíl tu platí, když je větší, než jaký by v devatenácti případech z dvaceti vysvětlila náhoda; u malého počtu lidí se ani skutečný rozdíl projevit nemusí.',
    limits: 'Čísla neříkají proč. Od toho je porada. Nejsou to známky a nikdo tu není hodnocen.',
  },
  notShown: {
    title: 'Co se neukazuje a proč',
    everything: 'Ukázat lze všechny údaje týmu.',
    scales: (names, minimum) =>
      `${names}: na tyto otázky odpovědělo méně než ${minimum} lidí z týmu, nebo by údaj prozradil příliš o jednotlivcích či o tak malé skupině.`,
    rest: 'Jednotlivé odpovědi, údaje po položkách a poznámky jednoho týmu se neukazují nikdy.',
  },
  last: {
    title: 'Co je s dřívějšími dohodami',
    none: 'Po dřívějších vlnách nebylo nic zapsáno.',
    state: { agreed: 'dohodnuto', begun: 'začalo', done: 'hotovo', dropped: 'opuštěno' },
    after: (wave) => `po vlně ${wave}`,
    more: (n) =>
      czech(
        n,
        'Ještě 1 je na stránce „Na čem jsme se dohodli“.',
        `Ještě ${n} jsou na stránce „Na čem jsme se dohodli“.`,
        `Ještě ${n} je na stránce „Na čem jsme se dohodli“.`,
      ),
  },
  general: [
    'Co nás na těchto údajích překvapilo a co jsme věděli?',
    'Co má zůstat přesně tak, jak je, a kdo na to dohlédne?',
    'Kterou jednu malou věc do příští vlny vyzkoušíme?',
  ],
  topics: {
    clarity: {
      about: 'jak je všem jasné, co lidé v peer roli dělají a co ne',
      question: 'Které úkoly lidí v peer roli vidí každý z nás jinak a kdo při pochybnostech rozhoduje?',
    },
    conflict: {
      about: 'jak moc se člověk cítí rozpolcený mezi blízkostí a profesí nebo mezi týmem a vlastní zkušeností',
      question: 'Ve kterých situacích nás role táhnou na dvě strany a co by v tu chvíli pomohlo?',
    },
    'own-role': {
      about: 'jak je lidem jasné, co se od nich čeká',
      question: 'Které z našich vlastních úkolů vidí každý z nás jinak a kdo při pochybnostech rozhoduje?',
    },
    'own-conflict': {
      about: 'jak moc jdou požadavky v práci proti sobě',
      question: 'Které požadavky na nás si odporují a kdo může rozhodnout, který má přednost?',
    },
    boundaries: {
      about: 'jak se daří udržet hranice vůči podporovaným lidem',
      question: 'Kdy bylo naposledy těžké říct ne a kdo mohl pomoci?',
    },
    standing: {
      about: 'zda jsou lidé v peer roli rovnocennými kolegy',
      question: 'V čem mají lidé v peer roli stejné slovo jako ostatní a v čem zatím ne?',
    },
    support: {
      about: 'jaká je podpora, když je těžko',
      question: 'Na koho se obracíme, když je toho na jeden den moc, a co potřebujeme od vedení?',
    },
    supervision: {
      about: 'zda supervize v práci pomáhá',
      question: 'O čem by supervize musela být, aby nám chyběla?',
    },
    access: {
      about: 'jak snadno se lidé, kteří službu využívají, dostanou k lidem v peer roli',
      question: 'Co stojí mezi člověkem, který službu využívá, a rozhovorem s někým v peer roli?',
    },
    exhaustion: {
      about: 'kolik sil práce bere a zda je odpočinek vrací',
      question: 'Která část týdne stojí nejvíc sil a co z ní lze vynechat, rozdělit nebo přesunout?',
    },
    distance: {
      about: 'jak blízko zůstáváme lidem, se kterými pracujeme',
      question: 'Co by nám umožnilo být zase víc s lidmi a méně se vším ostatním?',
    },
    accomplishment: {
      about: 'zda je vidět, že práce k něčemu je',
      question: 'Co se minulý měsíc povedlo a nikdo to zatím neřekl nahlas?',
    },
    satisfaction: {
      about: 'jak jsou lidé spokojení s prací jako celkem',
      question: 'Kdybychom do příští vlny mohli na naší práci změnit jednu věc, která by to byla?',
    },
    conditions: {
      about: 'jaké jsou pracovní podmínky a prostor k rozvoji',
      question: 'Kterou podmínku můžeme změnit sami a kterou je třeba probrat s někým dalším?',
    },
    recognition: {
      about: 'zda lidé do týmu patří a zda je dobrá práce vidět',
      question: 'Podle čeho u nás člověk pozná, že je jeho práce vidět?',
    },
    stigma: {
      about: 'zda s někým není zacházeno jako s méněcenným kvůli jeho vlastní zkušenosti',
      question: 'Co uděláme, když se s někým mluví svrchu: hned a potom?',
    },
    respect: {
      about: 'jak se mluví o lidech, kteří službu využívají, a jak se s nimi zachází',
      question: 'Jak o lidech mluvíme, když nejsou v místnosti, a kdo se ozve, když to ujede?',
    },
    outside: {
      about: 'zda okolí práci v tomto oboru nepovažuje za něco méně',
      question: 'Kdo zvenčí by měl lépe vědět, co děláme, a jak to můžeme ukázat?',
    },
    values: {
      about: 'nakolik se tu žijí hodnoty peer podpory',
      question: 'Kterou z našich hodnot tu bylo minulý měsíc vidět a kterou ne?',
    },
    'self-stigma': {
      about: 'zda se vlastní zkušenost bere jako síla, nebo jako nedostatek',
      question: 'Kdy nám v práci pomohla něčí vlastní zkušenost a řekli jsme to nahlas?',
    },
    staying: {
      about: 'zda lidé chtějí zůstat',
      question: 'Kvůli čemu tu lidé chtějí zůstat a kvůli čemu přemýšlejí o odchodu?',
    },
  },
};

export const reportWords: Words<ReportWords> = { en, cs };
