import { text } from '../document/text.ts';
import { pluralOf } from './plural.ts';
import type { TeamWords } from './team-words-en.ts';

const plural = pluralOf('cs');

/** What a report says of teams, waves and drivers by itself, in Czech. */
export const teamWordsCs: TeamWords = {
  notes: 'Čtěte opatrně',
  pictureTable: 'Obrázek jako tabulka',
  notShown: 'neuvedeno',
  points: (value) => `body: ${value}`,

  teams: {
    heading: 'Týmy',
    scale: (scale) => text`${scale}`,
    verdicts: {
      defensible: 'Členové týmu se shodují, týmy se liší a jejich průměry jsou spolehlivé: týmy lze srovnávat.',
      'with-care':
        'Členové týmu se shodují a týmy se liší, ale průměry tak malých týmů spolehlivé nejsou: srovnávejte opatrně.',
      'as-climate-only':
        'Členové týmu se shodují, ale týmy se neliší víc než náhodou: jeden průměr popisuje všechny, žádné nesrovnávejte.',
      'not-defensible': 'Členové téhož týmu se neshodují natolik, aby za ně mohl stát průměr týmu.',
      'cannot-say': 'Zda lze odpovědi průměrovat za tým, z těchto odpovědí nelze říci.',
    },
    figures: (rwg, icc1, icc2) =>
      `Shoda uvnitř týmů (medián rwg): ${rwg}. Podíl rozdílů mezi lidmi, který je mezi týmy, ICC(1): ${icc1}. Reliabilita průměrů týmů, ICC(2): ${icc2}.`,
    caption: (level) =>
      text`Průměry týmů přitažené k průměru všech, tím víc, čím méně lidí odpovědělo, s ${level} intervaly. Týmy, jejichž intervaly se hodně překrývají, neřaďte do pořadí.`,
    key: 'přitaženo k průměru všech',
    own: 'průměr týmu samotného',
    all: (value) => `průměr uvedených týmů: ${value}`,
    title: (mean, interval, own) => `${mean}, interval ${interval}; tým sám ${own}`,
    tableCaption: (scale) => text`Týmy na škále „${scale}“`,
    columns: { team: 'Tým', own: 'Průměr', shrunken: 'Přitaženo', interval: 'Interval', agreement: 'rwg' },
    hidden: (n, minimum) =>
      `${plural(n, { one: 'Neuveden je', few: 'Neuvedeny jsou', other: 'Neuvedeno je' })} ${n} ${plural(n, { one: 'tým', few: 'týmy', other: 'týmů' })}, aby odpovědi zůstaly důvěrné: buď odpovědělo méně než ${minimum} lidí, nebo by se takový malý tým dal dopočítat odečtením.`,
    issues: {
      'no-respondents': 'Nikdo nemá skóre a tým.',
      'no-team': 'Někteří respondenti nemají tým a do čísel o týmech se nepočítají.',
      suppressed: '',
      'too-few-teams': 'Týmů je málo: jak moc se liší, je velmi nejisté.',
      'small-teams': 'Týmy jsou malé: shoda uvnitř nich je převážně náhoda.',
      'beyond-chance': 'V některých týmech se členové liší víc než náhodou; takový tým může být rozdělený.',
      'no-null-distribution': 'Pro tyto možnosti odpovědí rwg není.',
      'negative-icc': 'Členové týmu se liší víc než členové různých týmů: týmy nelze odlišit.',
      'nobody-differs': 'Uvnitř týmů se nikdo neliší, nebo mají po jednom členu: týmy nelze srovnat.',
      'no-shrunken-means': 'Průměry přitažené k průměru všech nejsou: model nemá řešení.',
    },
  },

  change: {
    heading: 'Změna mezi dvěma vlnami',
    files: (first, second) => text`Od souboru ${first} k souboru ${second}.`,
    designs: { linked: 'Titíž lidé', unlinked: 'Jen v jedné vlně', everybody: 'Všichni' },
    tableCaption: (scale) => text`Změna na škále „${scale}“`,
    columns: {
      who: 'Kdo',
      n1: 'n před',
      m1: 'Před',
      n2: 'n po',
      m2: 'Po',
      difference: 'Rozdíl',
      interval: 'Interval',
      p: 'p, upravené',
      g: 'g',
      team: 'Tým',
    },
    first: 'před',
    second: 'po',
    wavesCaption: (who, level) => text`${who}: průměry obou vln s ${level} intervaly.`,
    wavesDescription: (who, before, after, difference, interval) =>
      `${who}: průměr ${before} před a ${after} po, rozdíl ${difference}, interval ${interval}. Čísla má tabulka nad obrázkem.`,
    higher: (size, interval) => `V průměru výš než předtím, rozdíl v bodech ${size} ${interval}.`,
    lower: (size, interval) => `V průměru níž než předtím, rozdíl v bodech ${size} ${interval}.`,
    unclear: (interval) => `Změna nad rámec náhody není vidět; datům odpovídají změny ${interval} bodu.`,
    reliableCaption: (n, points, reliability) =>
      text`Z celkového počtu ${n}: kdo se změnil o víc, než je chyba skóre (body: ${points}; reliabilita ${reliability}).`,
    reliable: { lower: 'spolehlivě níž', unchanged: 'ani jedno', higher: 'spolehlivě výš' },
    reliableWithheld: 'Kolik jednotlivců se změnilo, uvedeno není, protože propojených je málo.',
    grid: {
      caption: (n) =>
        text`Kde lidé stáli předtím (vodorovně) a potom (svisle); celkem ${String(n)}. Čtverec je prázdný, kde není nikdo nebo je lidí na uvedení příliš málo, aby nebylo možné poznat jednotlivce.`,
      description: (n, squares, elsewhere) =>
        `Lidé podle skóre před a po, celkem ${n}. Čtverců s dostatkem lidí: ${squares}. Lidí v ostatních: ${elsewhere}. Čísla má tabulka pod obrázkem.`,
      across: 'Před',
      upwards: 'Po',
      people: (n) => `${n} ${plural(n, { one: 'člověk', few: 'lidé', other: 'lidí' })}`,
      diagonal: 'dvakrát stejné skóre',
      band: 'mezi těmito čarami: ne víc než chyba skóre',
      blank: 'nikdo, nebo příliš málo lidí',
      tableCaption: (scale) => text`Lidé podle skóre před a po na škále „${scale}“`,
      range: (from, to) => `${from} až ${to}`,
      elsewhere: 'všechny ostatní čtverce',
      count: 'Lidé',
    },
    teamsCaption: (level) => text`Změna týmů s ${level} intervaly.`,
    teamsKey: 'změna týmu',
    all: (value) => `změna všech: ${value}`,
    teamTitle: (value, interval) => `${value}, interval ${interval}`,
    teamTableCaption: (scale) => text`Změna týmů na škále „${scale}“`,
    issues: {
      'no-respondents': 'Jedna z vln nemá respondenty.',
      'not-linked': 'Lidé nejsou propojeni a berou se jako různí: kde je mnoho týchž, jsou intervaly příliš široké.',
      'nobody-linked': 'V obou vlnách nebyl nalezen nikdo.',
      'too-few-linked':
        'Lidé nalezení v obou vlnách zvlášť uvedeni nejsou: je jich příliš málo, nebo jich jen v jedné vlně bylo tak málo, že by se dali dopočítat.',
      'no-variation': 'Nikdo se neliší: interval ani test není.',
      suppressed:
        'Některá čísla uvedena nejsou: týkají se příliš mála lidí, nebo by se taková z nich dala dopočítat odečtením.',
      'no-reliability': 'Spolehlivá změna potřebuje reliabilitu skóre.',
      'teams-of-linked': 'Čísla o týmech se týkají lidí nalezených v obou vlnách, kteří ve svém týmu zůstali.',
      'people-who-moved': 'Lidé, kteří změnili tým, se do žádného nepočítají.',
      'one-team': 'Tým je jediný: jeho čísla jsou čísla všech.',
    },
  },

  drivers: {
    heading: (outcome) => text`Co souvisí se škálou „${outcome}“`,
    explained: (share, n, teams) =>
      `Prediktory dohromady vysvětlují ${share} rozdílů (respondentů: ${n}${teams === null ? '' : `, týmů: ${teams}`}).`,
    caption: (level) =>
      text`Podíl každého prediktoru na všech rozdílech (obecná dominance), s ${level} bootstrapovými intervaly.`,
    key: 'podíl na rozdílech',
    title: (share, interval) => `${share} rozdílů, interval ${interval}`,
    tableCaption: (outcome) => text`Prediktory škály „${outcome}“ při stejných ostatních`,
    columns: {
      predictor: 'Prediktor',
      b: 'b',
      interval: 'Interval b',
      p: 'p',
      beta: 'β',
      vif: 'VIF',
      share: 'Podíl',
      shareInterval: 'Interval podílu',
    },
    errors: {
      HC3: 'Směrodatné chyby počítají s nestejnými rozptyly (HC3).',
      CR2: 'Směrodatné chyby počítají s týmy (CR2).',
    },
    cause: 'Jde o souvislosti odpovědí z jedné doby: co je příčinou čeho, se předpokládá, ne zjišťuje.',
    issues: {
      'no-respondents': 'Nikdo nemá všechny proměnné.',
      'too-few-respondents': 'Na tolik prediktorů je respondentů příliš málo.',
      'few-respondents': 'Na tolik prediktorů je respondentů málo: jiný vzorek může vypadat úplně jinak.',
      'few-teams': 'Týmů je málo: intervaly podílů jsou příliš úzké.',
      'one-team': 'Tým je jediný: směrodatné chyby podle týmů nejsou.',
      'no-team': 'Respondenti bez týmu jsou vynecháni.',
      'constant-variable': 'Některá proměnná je u všech stejná: regrese není.',
      'linearly-dependent': 'Prediktory se navzájem sčítají: jeden vynechte.',
      'high-inflation': 'Některé prediktory jdou spolu natolik, že co patří kterému, lze sotva říci.',
      'unusable-draws': 'V některých výběrech bootstrapu podíly neexistují.',
    },
    withheld: (minimum) => `Všechny proměnné má méně než ${minimum} lidí: nic uvedeno není.`,
  },
};
