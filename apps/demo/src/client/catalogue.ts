import type { StudyIssueCode } from '@peerscale/core';
import { czech, english } from './words/plural.ts';

/** Every word of the demo's own pages. Questionnaires, items and scales bring their own. */
export const LOCALES = ['en', 'cs'] as const;
export type Locale = (typeof LOCALES)[number];

/** What an issue of a report is about: the item's label in the reader's language and the sizes the report states. */
export interface IssueContext {
  readonly item: string;
  readonly minimum: number;
}

const en = {
  languageName: 'English',
  skipToContent: 'Skip to the content',
  header: {
    navigation: 'Language',
    appearance: 'Dark colours',
    home: 'Peerscale, home page',
    sections: 'Sections',
    demonstration: 'Demonstration: all answers are simulated',
    studies: 'Studies',
    accounts: 'Accounts',
    audit: 'Log',
    account: (name: string) => `Your account: ${name}`,
    signOut: 'Sign out',
    signOutFailed: 'The server cannot be reached: you are still signed in.',
  },
  footer: 'Peerscale is open source under the MIT licence. These pages load nothing from other sites.',
  loading: 'Loading…',
  problem: {
    heading: 'This did not work',
    unreachable: 'The server cannot be reached. Perhaps it was stopped, or the connection is gone.',
    notFound: 'There is no such study here. Perhaps the address was mistyped, or the study was removed.',
    forbidden: 'Your account does not reach this page. An owner of your organisation can change that.',
    signedOut: 'Nobody is signed in any more.',
    other: 'The server could not answer this request.',
    address: 'The address of this page asks for something that is not there.',
    withoutChoice: 'Show the page without this choice',
    page: 'A part of this page could not be loaded.',
    retry: 'Try again',
  },
  copy: { copy: 'Copy', copied: 'Copied.', failed: 'Copying did not work; mark the text and copy it yourself.' },
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address.',
  },
  backToStudies: 'All studies',
  studies: {
    answer: 'Answer',
    results: 'Results',
    languages: (names: string) => `Questions in ${names}.`,
    empty: 'Empty at first: for the answers of your own team.',
    playground: {
      title: 'A form on your own page',
      text: 'Choose an instrument, its language and its look, try it, and copy the code.',
      link: 'Open the playground',
    },
  },
  simulated: {
    label: 'Simulated answers',
    short: 'Drawn by a random number generator, for looking around.',
    text: 'This example starts with answers drawn by a random number generator. They say nothing about real people. Answers sent here are added to them.',
  },
  form: {
    confidence: (minimum: number) =>
      `Your answers are stored without a name. Results are shown only when at least ${minimum} people have answered.`,
  },
  sent: {
    title: 'Thank you',
    text: 'Your answers have been stored.',
    results: 'Look at the results',
    again: 'Answer as another person',
  },
  results: {
    title: 'Results',
    refresh: 'Refresh',
    loadedAt: (time: string) => `As of ${time}. Renewed every 10 seconds while this page is in view.`,
    stale: (time: string) => `The results could not be renewed. You see those of ${time}.`,
    updated: (respondents: string) => `New results: ${respondents}.`,
    respondents: (n: number) => english(n, '1 person has answered', `${n} people have answered`),
    next: (n: number) =>
      `More may have answered since. The figures are made anew from ${n} answers on, so that two looks never show what one person said.`,
    none: 'No answers yet',
    noneText: 'Nobody has answered so far. Results appear here as answers arrive.',
    firstAnswer: 'Give the first answer',
    answer: 'Answer',
    suppressed: (minimum: number) =>
      `Fewer than ${minimum} people have answered: nothing is shown, so that nobody can be recognised.`,
    suppressedTitle: 'Too few answers to show',
    validation: 'Validation: none yet.',
    validationText:
      'The questions were written by the Peerscale project. No study has tested yet whether they measure what they are meant to measure.',
    notes: 'Notes',
  },
  scale: {
    highMeans: (text: string) => `A high score means: ${text}`,
    mean: 'Mean',
    meanRange: (minimum: string, maximum: string) => `possible: ${minimum} to ${maximum}`,
    sd: 'Standard deviation',
    sdNote: (n: number) => english(n, 'of 1 score', `of ${n} scores`),
    alpha: "Cronbach's alpha",
    interval: (level: string, lower: string, upper: string) => `${level} interval ${lower} to ${upper}`,
    noFigure: 'none',
    howSure: 'How far can the score be trusted?',
    listwise: (dropped: number, total: number) =>
      dropped === 0
        ? `Missing answers: listwise. Nobody is left out; all ${total} answered every item.`
        : `Missing answers: listwise. ${dropped} of ${total} ${english(dropped, 'is', 'are')} left out of the figures of this scale, because an answer is missing.`,
    moreFigures: 'More coefficients',
    coefficients: {
      standardized: 'Standardised alpha',
      averageR: 'Average correlation of two items',
      medianR: 'Median correlation of two items',
      signalToNoise: 'Signal to noise',
      lambda6: 'Guttman lambda 6',
    },
  },
  verdict: {
    share: (shared: string, rest: string) =>
      `Alpha estimates that ${shared} of the differences between people's scores come from what the items have in common, and ${rest} from chance.`,
    negative:
      'Alpha is negative: people who score high on one item tend to score low on others. The scale score cannot be read as one thing here.',
    interval: (n: number, lower: string, upper: string) =>
      `With ${n} people who answered every item, any alpha from ${lower} to ${upper} fits these answers.`,
    above: 'The whole interval lies above 0.70.',
    below: 'The whole interval lies below 0.70, so read differences between groups or over time with care.',
    across: 'The interval contains 0.70, so these answers cannot tell on which side of it the scale is.',
    habit: 'Many authors ask for about that much when groups are compared; it is a habit, not a boundary.',
    none: 'There is no alpha for these answers; the notes say why.',
  },
  distribution: {
    title: 'Distribution of the scores',
    picture: (scale: string, n: number, from: string, to: string) =>
      `Histogram of ${scale}: ${english(n, '1 score', `${n} scores`)} on a scale from ${from} to ${to}. The table after the picture has the same numbers.`,
    axis: (from: string, to: string) => `Score (possible: ${from} to ${to})`,
    people: 'People',
    meanMark: (mean: string) => `mean ${mean}`,
    lowest: 'Score from',
    highest: 'Score to',
    suppressed: (size: number) =>
      `A distribution is shown from ${size} scores on, so that nobody can be recognised in it.`,
  },
  items: {
    title: 'Items',
    caption: (scale: string) => `Items of ${scale}`,
    number: 'No.',
    label: 'Item',
    reversed: 'reversed',
    n: 'n',
    mean: 'Mean',
    sd: 'SD',
    itemRest: 'Item-rest r',
    ifDropped: 'Alpha if dropped',
    rawR: 'Raw r',
    stdR: 'Standardised r',
    rCor: 'Corrected r',
    droppedStandardized: 'Standardised alpha if dropped',
    droppedLambda6: 'Lambda 6 if dropped',
    droppedAverageR: 'Average r if dropped',
    droppedMedianR: 'Median r if dropped',
    droppedVarianceR: 'Variance of r if dropped',
    droppedSignalToNoise: 'Signal to noise if dropped',
    droppedStandardError: 'Standard error if dropped',
    more: 'More columns',
    howToRead: 'How to read the tables',
    explanation:
      'Items marked as reversed are turned round first, so a high mean always points the way of the scale. SD: standard deviation. Item-rest r: how the item goes together with the rest of its scale. Alpha if dropped: alpha of the scale without the item.',
  },
  issues: {
    'no-respondents': () => 'Nobody has answered every item of this scale, so there is nothing to estimate from.',
    'too-few-respondents': () => 'Too few people have answered every item of this scale to estimate these figures.',
    'too-few-items': () => 'Internal consistency needs at least two items.',
    'constant-item': ({ item }) =>
      `Everybody gave the same answer to “${item}”. It cannot tell people apart, and with it alpha is not given.`,
    'constant-score': () => 'Everybody has the same score, so there are no differences to explain.',
    'negative-item-rest': ({ item }) =>
      `“${item}” runs against the rest of its scale (negative item-rest r). Was it understood as it was meant?`,
    'negative-alpha': () => 'Alpha is negative: the items pull against one another.',
    'singular-correlations': () =>
      'Some items follow exactly from others in these answers, so figures built on multiple correlations, such as lambda 6, do not exist.',
    suppressed: ({ minimum }) =>
      `Fewer than ${minimum} people have answered every item of this scale: nothing is shown about it, so that nobody can be recognised.`,
  } satisfies IssueTexts as IssueTexts,
};

type IssueTexts = Readonly<Record<StudyIssueCode, (context: IssueContext) => string>>;
export type Catalogue = typeof en;

const cs: Catalogue = {
  languageName: 'Čeština',
  skipToContent: 'Přejít k obsahu',
  header: {
    navigation: 'Jazyk',
    appearance: 'Tmavé barvy',
    home: 'Peerscale, úvodní stránka',
    sections: 'Oddíly',
    demonstration: 'Ukázka: všechny odpovědi jsou simulované',
    studies: 'Studie',
    accounts: 'Účty',
    audit: 'Záznamy',
    account: (name) => `Váš účet: ${name}`,
    signOut: 'Odhlásit se',
    signOutFailed: 'Server není dostupný: jste stále přihlášeni.',
  },
  footer: 'Peerscale je otevřený software s licencí MIT. Tyto stránky nenačítají nic odjinud.',
  loading: 'Načítá se…',
  problem: {
    heading: 'Tohle se nepovedlo',
    unreachable: 'Server není dostupný. Možná byl zastaven, nebo vypadlo spojení.',
    notFound: 'Taková studie tu není. Možná je v adrese překlep, nebo byla studie odstraněna.',
    forbidden: 'Váš účet na tuto stránku nedosáhne. Změnit to může vlastník vaší organizace.',
    signedOut: 'Nikdo už není přihlášen.',
    other: 'Server na tento požadavek nedokázal odpovědět.',
    address: 'Adresa této stránky odkazuje na něco, co tu není.',
    withoutChoice: 'Zobrazit stránku bez tohoto výběru',
    page: 'Část této stránky se nepodařilo načíst.',
    retry: 'Zkusit znovu',
  },
  copy: {
    copy: 'Kopírovat',
    copied: 'Zkopírováno.',
    failed: 'Kopírování se nepovedlo; označte text a zkopírujte ho ručně.',
  },
  notFound: {
    title: 'Stránka nenalezena',
    text: 'Na této adrese žádná stránka není.',
  },
  backToStudies: 'Všechny studie',
  studies: {
    answer: 'Odpovědět',
    results: 'Výsledky',
    languages: (names) => `Jazyky otázek: ${names}.`,
    empty: 'Zpočátku prázdná: pro odpovědi vašeho týmu.',
    playground: {
      title: 'Formulář na vaší vlastní stránce',
      text: 'Vyberte dotazník, jazyk a vzhled, vyzkoušejte si ho a zkopírujte kód.',
      link: 'Otevřít hřiště',
    },
  },
  simulated: {
    label: 'Simulované odpovědi',
    short: 'Z generátoru náhodných čísel, k prohlédnutí.',
    text: 'Tato ukázka začíná odpověďmi z generátoru náhodných čísel. O skutečných lidech neříkají nic. Odpovědi, které tu odešlete, se k nim přidají.',
  },
  form: {
    confidence: (minimum) =>
      `Vaše odpovědi se ukládají beze jména. Výsledky se ukážou, až odpoví alespoň ${minimum} lidí.`,
  },
  sent: {
    title: 'Děkujeme',
    text: 'Vaše odpovědi jsou uloženy.',
    results: 'Prohlédnout výsledky',
    again: 'Odpovědět jako další člověk',
  },
  results: {
    title: 'Výsledky',
    refresh: 'Obnovit',
    loadedAt: (time) => `Stav v ${time}. Obnovuje se každých 10 sekund, dokud je stránka vidět.`,
    stale: (time) => `Výsledky se nepodařilo obnovit. Vidíte stav v ${time}.`,
    updated: (respondents) => `Nové výsledky: ${respondents}.`,
    respondents: (n) => czech(n, 'Odpověděl 1 člověk', `Odpověděli ${n} lidé`, `Odpovědělo ${n} lidí`),
    next: (n) =>
      `Od té doby mohly přijít další odpovědi. Výsledky se přepočítají, až jich bude aspoň ${n}, aby dvě nahlédnutí nikdy neukázala, co řekl jeden člověk.`,
    none: 'Zatím žádné odpovědi',
    noneText: 'Zatím nikdo neodpověděl. Výsledky se tu objeví, jak budou odpovědi přicházet.',
    firstAnswer: 'Odpovědět jako první',
    answer: 'Odpovědět',
    suppressed: (minimum) => `Odpovědělo méně než ${minimum} lidí: nic se neukazuje, aby nikdo nemohl být rozpoznán.`,
    suppressedTitle: 'Na zobrazení je odpovědí málo',
    validation: 'Validace: zatím žádná.',
    validationText: 'Otázky napsal projekt Peerscale. Žádná studie zatím neověřila, zda měří to, co měřit mají.',
    notes: 'Poznámky',
  },
  scale: {
    highMeans: (text) => `Vysoké skóre znamená: ${text}`,
    mean: 'Průměr',
    meanRange: (minimum, maximum) => `možné hodnoty: ${minimum} až ${maximum}`,
    sd: 'Směrodatná odchylka',
    sdNote: (n) => czech(n, 'z 1 skóre', `ze ${n} skóre`, `z ${n} skóre`),
    alpha: 'Cronbachova alfa',
    interval: (level, lower, upper) => `${level} interval ${lower} až ${upper}`,
    noFigure: 'není',
    howSure: 'Nakolik se dá skóre věřit?',
    listwise: (dropped, total) =>
      dropped === 0
        ? `Chybějící odpovědi: jen úplné řádky (listwise). Nikdo není vynechán; na všechny položky odpověděli všichni (${total}).`
        : `Chybějící odpovědi: jen úplné řádky (listwise). Z čísel této škály je kvůli chybějící odpovědi vynecháno ${dropped} z ${total}.`,
    moreFigures: 'Další koeficienty',
    coefficients: {
      standardized: 'Standardizovaná alfa',
      averageR: 'Průměrná korelace dvou položek',
      medianR: 'Medián korelací dvou položek',
      signalToNoise: 'Poměr signálu k šumu',
      lambda6: 'Guttmanova lambda 6',
    },
  },
  verdict: {
    share: (shared, rest) =>
      `Podle odhadu alfa pochází ${shared} rozdílů mezi skóre lidí z toho, co mají položky společné, a ${rest} z náhody.`,
    negative:
      'Alfa je záporná: kdo má v jedné položce vysoko, mívá v jiných nízko. Skóre škály tu nelze číst jako jednu věc.',
    interval: (n, lower, upper) =>
      `Lidí, kteří odpověděli na všechny položky, je ${n}; jejich odpovědím vyhovuje každá alfa od ${lower} do ${upper}.`,
    above: 'Celý interval leží nad 0,70.',
    below: 'Celý interval leží pod 0,70, proto čtěte rozdíly mezi skupinami nebo v čase opatrně.',
    across: 'Interval obsahuje 0,70, takže z těchto odpovědí nelze říci, na které straně škála je.',
    habit: 'Asi tolik žádá řada autorů při srovnávání skupin; je to zvyk, ne hranice.',
    none: 'Pro tyto odpovědi alfa neexistuje; proč, říkají poznámky.',
  },
  distribution: {
    title: 'Rozložení skóre',
    picture: (scale, n, from, to) =>
      `Histogram škály ${scale}: počet skóre ${n}, možné hodnoty ${from} až ${to}. Tabulka za obrázkem má stejná čísla.`,
    axis: (from, to) => `Skóre (možné hodnoty: ${from} až ${to})`,
    people: 'Počet lidí',
    meanMark: (mean) => `průměr ${mean}`,
    lowest: 'Skóre od',
    highest: 'Skóre do',
    suppressed: (size) => `Rozložení se ukazuje od ${size} skóre, aby v něm nikdo nemohl být rozpoznán.`,
  },
  items: {
    title: 'Položky',
    caption: (scale) => `Položky škály ${scale}`,
    number: 'Č.',
    label: 'Položka',
    reversed: 'obrácená',
    n: 'n',
    mean: 'Průměr',
    sd: 'SD',
    itemRest: 'r se zbytkem',
    ifDropped: 'Alfa bez položky',
    rawR: 'Hrubé r',
    stdR: 'Standardizované r',
    rCor: 'Korigované r',
    droppedStandardized: 'Standardizovaná alfa bez položky',
    droppedLambda6: 'Lambda 6 bez položky',
    droppedAverageR: 'Průměrné r bez položky',
    droppedMedianR: 'Medián r bez položky',
    droppedVarianceR: 'Rozptyl r bez položky',
    droppedSignalToNoise: 'Signál k šumu bez položky',
    droppedStandardError: 'Směrodatná chyba bez položky',
    more: 'Další sloupce',
    howToRead: 'Jak číst tabulky',
    explanation:
      'Položky označené jako obrácené se nejdřív otočí, takže vysoký průměr ukazuje vždy směrem škály. SD: směrodatná odchylka. r se zbytkem: jak položka souvisí se zbytkem své škály. Alfa bez položky: alfa škály po vynechání položky.',
  },
  issues: {
    'no-respondents': () => 'Na všechny položky této škály neodpověděl nikdo, není z čeho odhadovat.',
    'too-few-respondents': () => 'Na všechny položky této škály odpovědělo málo lidí, tato čísla nelze odhadnout.',
    'too-few-items': () => 'Vnitřní konzistence potřebuje alespoň dvě položky.',
    'constant-item': ({ item }) =>
      `Na položku „${item}“ odpověděli všichni stejně. Lidi nijak nerozlišuje a alfa se s ní neuvádí.`,
    'constant-score': () => 'Všichni mají stejné skóre, není tedy žádný rozdíl, který by šlo vysvětlit.',
    'negative-item-rest': ({ item }) =>
      `Položka „${item}“ jde proti zbytku své škály (záporné r se zbytkem). Rozuměli jí lidé tak, jak byla míněna?`,
    'negative-alpha': () => 'Alfa je záporná: položky jdou proti sobě.',
    'singular-correlations': () =>
      'Některé položky v těchto odpovědích přesně plynou z jiných, proto čísla založená na vícenásobných korelacích, jako lambda 6, neexistují.',
    suppressed: ({ minimum }) =>
      `Na všechny položky této škály odpovědělo méně než ${minimum} lidí: nic se o ní neukazuje, aby nikdo nemohl být rozpoznán.`,
  },
};

export const catalogues: Readonly<Record<Locale, Catalogue>> = { en, cs };
