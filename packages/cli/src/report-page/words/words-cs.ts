import type { IntervalMethod } from '@peerscale/core';
import { emphasis, text } from '../document/text.ts';
import { formats } from '../formats.ts';
import type { Words } from './languages.ts';
import { pluralOf } from './plural.ts';
import { teamWordsCs } from './team-words-cs.ts';

/** Czech spelling has no number that begins with its decimal comma, so the zero stays; ends of an interval need a semicolon. */
const format = formats('cs', true, '; ');
const plural = pluralOf('cs');
const counted = (n: number, one: string, few: string, other: string) =>
  `${format.count(n)} ${plural(n, { one, few, other })}`;
const respondents = (n: number) => counted(n, 'respondent', 'respondenti', 'respondentů');
const ofRespondents = (n: number) => counted(n, 'respondenta', 'respondentů', 'respondentů');
const ofItems = (n: number) => counted(n, 'položky', 'položek', 'položek');
const items = (n: number) => counted(n, 'položka', 'položky', 'položek');

const intervalNames: Readonly<Record<IntervalMethod, string>> = {
  feldt: 'Feldtův interval',
  bonett: 'Bonettův interval',
  'duhachek-iacobucci': 'interval podle Duhacheka a Iacobucciové',
  'bootstrap-percentile': 'percentilový bootstrap',
  'bootstrap-bca': 'bootstrap BCa',
};

export const cs: Words = {
  locale: 'cs',
  format,
  title: (instrument) => text`Reliabilita a položková analýza: ${instrument}`,
  subtitle: (file, date) =>
    date === undefined ? text`Odpovědi ze souboru ${file}` : text`Odpovědi ze souboru ${file} · ${date}`,
  quoted: (name) => text`„${name}“`,
  skipLink: 'Přejít k obsahu',
  contents: 'Obsah',
  footer: (software) => text`Vytvořil program ${software}.`,
  standsAlone: 'Stránka je soběstačná: nemá žádný skript a odnikud nic nenačítá.',

  measured: {
    heading: 'Co se měřilo',
    unvalidatedTitle: 'Zatím bez validace',
    unvalidated: 'Žádná studie dosud neukázala, co tyto škály měří. Mějte to při čtení na paměti.',
    adHocInstrument: 'Jedna škála',
    adHocScale: 'Škála',
    adHoc: (k, lowest, highest) =>
      text`Jedna škála sestavená pro tuto analýzu, bez publikovaného dotazníku: ${items(k)}, kódy ${lowest} až ${highest}.`,
    instrument: 'Dotazník',
    construct: 'Konstrukt',
    respondents: 'Kdo odpovídá',
    respondentWords: {
      anyone: 'kdokoli',
      'peer-worker': 'lidé v peer roli',
      staff: 'zaměstnankyně a zaměstnanci',
      manager: 'vedoucí',
      'service-user': 'lidé, kteří službu využívají',
    },
    answers: 'Odpovědi',
    codes: (lowest, highest) => `kódy ${lowest} až ${highest}`,
    highCode: { endorsement: 'vysoký kód položce přisvědčuje', rejection: 'vysoký kód položku odmítá' },
    coding: 'Kódování',
    codingBy: (by) => `podle ${by}; z něj plyne, které položky jsou obrácené`,
    byOption: 'volby --coding',
    byTextPack: 'balíčku se zněním',
    validation: 'Validace',
    validationWords: { 'none yet': 'zatím žádná', published: 'publikovaná (viz zdroje)' },
    confidence: 'Struktura a klíč',
    confidenceWords: (level) => `jistota: ${level}`,
    confidenceLevels: { high: 'vysoká', 'medium-high': 'střední až vysoká', medium: 'střední', low: 'nízká' },
    rights: 'Práva',
    terms: 'Podmínky',
    sources: 'Zdroje',
  },

  sample: {
    heading: 'Vzorek a chybějící odpovědi',
    respondents,
    nobody: 'Nejsou tu žádní respondenti.',
    missing: (missing, cells, share) =>
      missing === 0
        ? `Nechybí žádná z ${format.count(cells)} odpovědí.`
        : `Z ${format.count(cells)} odpovědí ${plural(missing, { one: 'chybí', few: 'chybějí', other: 'chybí' })} ${format.count(missing)} (${share}).`,
    rule: {
      listwise:
        'Každá škála se počítá z respondentů, kteří odpověděli na všechny její položky (listwise); ostatní jsou uvedeni jako vynechaní.',
      pairwise:
        'Každá korelace se počítá z respondentů, kteří odpověděli na obě položky (pairwise); skóre jsou od těch, kdo odpověděli na vše.',
      em: 'Průměry a kovariance jsou odhadnuty metodou maximální věrohodnosti ze všech daných odpovědí (EM); skóre jsou od těch, kdo odpověděli na vše.',
    },
    bars: (end) => `Chybějící odpovědi podle položek (plný pruh je ${end} respondentů)`,
    barTitle: (missing, n, share) => `bez odpovědi ${missing} z ${n} (${share})`,
    withoutMissing: (n) =>
      n === 0
        ? ''
        : ` ${plural(n, { one: 'Ve zbývající položce', other: 'Ve zbývajících položkách' })} (${n}) nechybí nic.`,
    privacyTitle: 'Než zprávu předáte dál',
    privacy: (minimum, distribution) =>
      `Počty odpovědí mohou prozradit lidi těm, kdo je znají. O škále, na kterou úplně odpovědělo méně než ${minimum} lidí, se neukazuje nic a rozložení méně než ${distribution} lidí také ne; i tak mohou být počty uvnitř rozložení malé.`,
    fewTitle: 'Málo respondentů',
    few: (minimum) =>
      `Odpovědělo méně než ${minimum} lidí. Kolik jich bylo a co odpověděli, se neukazuje, aby nikdo nemohl být rozpoznán.`,
    noDistribution: (distribution) =>
      `Odpovědělo méně než ${distribution} lidí. Rozložení odpovědí, histogramy, chybějící odpovědi podle položek a čísla o krajích škál se neukazují, aby nikdo nemohl být rozpoznán. Všechna čísla jsou při tak malém počtu nejistá.`,
  },

  scales: {
    heading: 'Škály v přehledu',
    caption: 'Skóre a reliabilita škál',
    scale: 'Škála',
    possible: 'Možné hodnoty',
    leftOut: 'Vynecháno',
    omega: 'ω',
    interval: (level) => `${level} IS`,
    withheld: 'neukazuje se',
    fewerThan: (minimum) => `< ${minimum}`,
    range: (from, to) => `${from} až ${to}`,
    sem: 'SEM',
    withNotes: 'Čtěte opatrně, poznámky mají škály:',
    legend: text`${emphasis('k')}: počet položek. ${emphasis('n')}: respondenti, kteří odpověděli na všechny. IS: interval spolehlivosti α. SEM: standardní chyba měření v bodech skóre. Všechny sloupce vysvětluje část „Jak číst tabulky“.`,
  },

  scale: {
    score: {
      mean: (k) => `průměr ${ofItems(k)}`,
      sum: (k) => `součet ${ofItems(k)}`,
      count: (k) => `počet v rámci ${ofItems(k)}`,
    },
    highMeans: (meaning) => text`Vysoké skóre znamená: ${meaning}.`,
    made: (score, from, to) => `Skóre: ${score}, možné hodnoty ${from} až ${to}.`,
    inAPaper: 'Do článku',
    notes: 'Čtěte opatrně',
    nobody: 'Na všechny položky této škály neodpověděl nikdo.',
    withheld: (minimum) =>
      `Na všechny položky této škály odpovědělo méně než ${minimum} lidí. Nic se o ní neukazuje, aby nikdo nemohl být rozpoznán.`,
    noDistribution: (distribution) =>
      `Na všechny položky této škály odpovědělo méně než ${distribution} lidí. Její rozložení se neukazují, aby nikdo nemohl být rozpoznán, a její čísla jsou nejistá.`,
  },

  histogram: {
    heading: 'Rozložení skóre',
    caption: (n) => text`Skóre: ${respondents(n)}. Čísla nad sloupci jsou počty.`,
    description: (n, from, to, mean, sd) =>
      `Histogram: počet skóre ${format.count(n)}, možné hodnoty ${from} až ${to}, průměr ${mean}, směrodatná odchylka ${sd}. Tabulka za obrázkem má stejná čísla.`,
    score: 'Skóre',
    respondents: 'Respondenti',
    share: 'Podíl',
    mean: (value) => `průměr ${value}`,
    table: 'Obrázek jako tabulka',
    tableCaption: 'Kolik respondentů má které skóre',
    shape: (minimum, maximum, skewness, kurtosis, floor, ceiling) =>
      `Nejnižší skóre ${minimum}, nejvyšší ${maximum}; šikmost ${skewness}, špičatost ${kurtosis}; na nejnižším možném skóre ${floor}, na nejvyšším ${ceiling}.`,
  },

  items: {
    heading: 'Položky',
    caption: (scale) => text`Položky škály „${scale}“, otočené směrem škály`,
    item: 'Položka',
    reversed: '(R)',
    mean: text`${emphasis('M')}`,
    sd: text`${emphasis('SD')}`,
    rawR: text`Hrubé ${emphasis('r')}`,
    stdR: text`Stand. ${emphasis('r')}`,
    rCor: text`Korig. ${emphasis('r')}`,
    rDrop: text`${emphasis('r')} se zbytkem`,
    discrimination: 'Horní–dolní',
    alphaWithout: 'α bez položky',
    withoutCaption: (scale) => text`Škála „${scale}“ po vynechání jednotlivých položek`,
    without: {
      alpha: text`α`,
      standardized: text`Stand. α`,
      lambda6: text`λ6`,
      averageR: text`Průměr ${emphasis('r')}`,
      medianR: text`Medián ${emphasis('r')}`,
      varianceR: text`Rozptyl ${emphasis('r')}`,
      signalToNoise: text`Signál/šum`,
      standardError: text`SE α`,
    },
  },

  answers: {
    heading: 'Odpovědi',
    picture:
      'Podíly odpovědí na jednotlivé položky tak, jak byly dány; čísla na pruzích jsou procenta těch, kdo odpověděli',
    n: (n) => counted(n, 'odpověď', 'odpovědi', 'odpovědí'),
    part: (code, count, share) => `${code}: ${count} (${share})`,
    caption: (scale) => text`Odpovědi na položky škály „${scale}“ tak, jak byly dány: počet a podíl`,
    missing: 'Chybí',
    skewness: 'Šikmost',
    kurtosis: 'Špičatost',
    given: 'Dané odpovědi',
    withheld: 'neukazuje se',
  },

  correlations: {
    heading: 'Korelace mezi položkami',
    caption: (scale) => text`Korelace položek škály „${scale}“, otočených směrem škály`,
    colours: text`modrá: kladné, oranžová: záporné; čím silnější, tím sytější`,
  },

  coefficients: {
    heading: 'Další koeficienty',
    caption: (scale) => text`Koeficienty škály „${scale}“`,
    coefficient: 'Koeficient',
    value: 'Hodnota',
    how: 'Jak',
    standardized: 'Standardizovaná alfa',
    averageR: 'Průměrná korelace mezi položkami',
    medianR: 'Medián korelací mezi položkami',
    signalToNoise: 'Poměr signálu k šumu',
    lambda6: 'Guttmanova lambda 6 (z vícenásobných korelací)',
    fromCorrelations: 'z korelací',
    names: {
      'omega-ml': 'McDonaldova omega (maximální věrohodnost)',
      'omega-minres': 'McDonaldova omega (nejmenší rezidua)',
      'composite-reliability': 'Kompozitní reliabilita',
      'average-variance-extracted': 'Průměrný vysvětlený rozptyl (AVE)',
      'guttman-lambda-1': 'Guttmanova lambda 1',
      'guttman-lambda-2': 'Guttmanova lambda 2',
      'guttman-lambda-3': 'Guttmanova lambda 3',
      'guttman-lambda-4': 'Guttmanova lambda 4',
      'guttman-lambda-5': 'Guttmanova lambda 5',
      'guttman-lambda-6': 'Guttmanova lambda 6',
      'ten-berge-mu-0': 'Ten Bergeovo mí 0',
      'ten-berge-mu-1': 'Ten Bergeovo mí 1',
      'ten-berge-mu-2': 'Ten Bergeovo mí 2',
      'ten-berge-mu-3': 'Ten Bergeovo mí 3',
      'kr-20': 'Kuderův-Richardsonův vzorec 20',
      'kr-21': 'Kuderův-Richardsonův vzorec 21',
      'split-half-maximum': 'Nejlepší půlení',
      'split-half-mean': 'Průměr všech půlení',
      'split-half-minimum': 'Nejhorší půlení',
      'split-half-odd-even': 'Půlení na liché a sudé položky',
      'standard-error-of-measurement': 'Standardní chyba měření',
      'smallest-detectable-change': 'Nejmenší zjistitelná změna',
    },
  },

  apa: {
    measure: (scale, k, instrument, version) =>
      text`Škálu „${scale}“ tvoří ${items(k)} dotazníku „${instrument}“ (verze ${version}).`,
    adHocMeasure: (k) => text`Škálu tvoří ${items(k)}.`,
    score: (method, from, to) =>
      `Skóre je ${{ mean: 'průměr položek', sum: 'součet položek', count: 'počet položek zodpovězených ve směru klíče' }[method]} s možnými hodnotami ${from} až ${to}.`,
    highMeans: (meaning) => text`Vysoké skóre znamená: ${meaning}.`,
    singleItemScore: (from, to) => `Možné hodnoty skóre jsou ${from} až ${to}.`,
    nobody: 'Na všechny položky neodpověděl nikdo, proto nejsou uvedena žádná čísla.',
    complete: (total) =>
      total === 1
        ? 'Jediný respondent odpověděl na všechny položky.'
        : `Na všechny položky ${plural(total, { one: 'odpověděl', few: 'odpověděli všichni', other: 'odpovědělo všech' })} ${respondents(total)}.`,
    fewerThan: (minimum) => `méně než ${minimum}`,
    incomplete: (n, found, total) => {
      const answered = plural(n, { one: 'odpověděl', few: 'odpověděli', other: 'odpovědělo' });
      const start = `Z ${ofRespondents(total)} ${answered} na všechny položky ${found}`;
      return {
        listwise: `${start}; analyzováni byli jen oni (listwise).`,
        pairwise: `${start}; kovariance byly spočteny ze všech dvojic odpovědí (pairwise).`,
        em: `${start}; kovariance byly odhadnuty metodou maximální věrohodnosti ze všech odpovědí (algoritmus EM).`,
      };
    },
    scores: (mean, sd) =>
      sd === null
        ? text`Průměrné skóre bylo ${emphasis('M')} = ${mean}.`
        : text`Průměrné skóre bylo ${emphasis('M')} = ${mean} (${emphasis('SD')} = ${sd}).`,
    singleItem: 'U jediné položky nemá vnitřní konzistence smysl.',
    noAlpha: 'Cronbachovu alfu nebylo možné odhadnout.',
    alpha: (alpha, interval) => text`Vnitřní konzistenci vyjadřuje Cronbachova α = ${alpha}${interval}`,
    negativeAlpha: (alpha, interval) =>
      text`Cronbachova alfa byla záporná, α = ${alpha}${interval}; než se skóre použije, je třeba prověřit klíč položek`,
    omega: (omega, interval) => text`McDonaldova ω = ${omega}${interval}`,
    and: ' a ',
    interval: (level, interval) => text`, ${level} IS ${interval}`,
    intervalMethod: (method, bootstrap) =>
      bootstrap === undefined
        ? ` (${intervalNames[method]})`
        : ` (${intervalNames[method]}, ${counted(bootstrap.draws, 'výběr', 'výběry', 'výběrů')})`,
    itemRest: (lowest, highest) =>
      lowest === highest
        ? text`Korelace položek se zbytkem škály byly ${emphasis('r')} = ${lowest}.`
        : text`Korelace položek se zbytkem škály byly od ${emphasis('r')} = ${lowest} do ${highest}.`,
    twoItems: (r) => text`Korelace obou položek byla ${emphasis('r')} = ${r}.`,
    sem: (sem) => `Standardní chyba měření byla ${sem} bodu.`,
    software: (software) => `Čísla spočítal program ${software}.`,
  },

  issues: {
    'no-respondents': () => text`Neodpověděl nikdo, není z čeho odhadovat.`,
    'too-few-respondents': () =>
      text`K jakémukoli odhadu jsou potřeba alespoň dva respondenti, kteří odpověděli na všechno.`,
    'too-few-items': () => text`Vnitřní konzistence potřebuje alespoň dvě položky.`,
    'few-items': ({ k }) => text`Škálu tvoří jen ${items(k)}. Reliabilita stojí na málu a omega potřebuje tři.`,
    'constant-item': ({ item }) =>
      text`Na položku ${item} odpověděli všichni stejně. Lidi nijak nerozlišuje a alfa se s ní neuvádí.`,
    'constant-score': () => text`Všichni mají stejné skóre, není tedy žádný rozdíl, který by šlo vysvětlit.`,
    'negative-item-rest': ({ item, itemRest }) =>
      text`Položka ${item} jde proti zbytku škály (${emphasis('r')} se zbytkem = ${itemRest}). Prověřte klíč položky a to, zda jí lidé rozuměli tak, jak byla míněna.`,
    'negative-alpha': () =>
      text`Alfa je záporná: položky jdou v průměru proti sobě. Než se skóre použije, prověřte klíč položek.`,
    'singular-correlations': ({ missing }) =>
      missing === 'pairwise'
        ? text`Korelace dvojic, každá od jiných respondentů, nejdou dohromady, proto lambda 6 a korigované korelace neexistují.`
        : text`Některé položky v těchto odpovědích přesně plynou z jiných, proto lambda 6 a korigované korelace neexistují.`,
    'alpha-rises-when-dropped': ({ item, alpha, alphaWithout }) =>
      text`Bez položky ${item} stoupne alfa z ${alpha} na ${alphaWithout}. To není důvod ji vyřadit: podívejte se, na co se ptá, a na nový vzorek.`,
    'few-respondents-for-items': ({ n, k }) =>
      text`${respondents(n)} na ${counted(k, 'položku', 'položky', 'položek')} je málo: v jiném vzorku mohou čísla vyjít jinak.`,
    'heywood-case': ({ item }) =>
      item.length === 0
        ? text`Jednofaktorový model přisoudil jedné položce nejmenší dovolený chybový rozptyl; omega na této mezi závisí.`
        : text`Jednofaktorový model přisoudil položce ${item} nejmenší dovolený chybový rozptyl; omega na této mezi závisí.`,
    'no-convergence': ({ missing }) =>
      missing === 'em'
        ? text`Hledání odhadů z neúplných odpovědí, nebo jednofaktorového modelu, nedošlo k cíli: chybí příliš mnoho, nebo jeden faktor nevyhovuje.`
        : text`Jednofaktorový model nemá pro tyto odpovědi řešení, proto omega není uvedena.`,
    suppressed: () => text`Čísla se neukazují, aby nikdo nemohl být rozpoznán.`,
  },

  reading: {
    heading: 'Jak číst tabulky',
    entries: [
      [text`${emphasis('k')}, ${emphasis('n')}`, text`počet položek; počet respondentů, z nichž číslo je`],
      [text`${emphasis('M')}, ${emphasis('SD')}`, text`průměr a směrodatná odchylka (dělitel ${emphasis('n')} − 1)`],
      [
        text`α`,
        text`Cronbachova alfa: nakolik se položky shodují v tom, jak lidi rozlišují. Rovná se reliabilitě skóre jen tehdy, když všechny položky měří totéž stejně dobře`,
      ],
      [
        text`IS`,
        text`interval spolehlivosti: u mnoha výběrů by takové intervaly obsahovaly pravou hodnotu tak často, jak říká jejich hladina`,
      ],
      [
        text`ω`,
        text`McDonaldova omega: tatáž otázka podle modelu s jedním faktorem, který mohou položky měřit různě dobře`,
      ],
      [text`SEM`, text`standardní chyba měření: o kolik bodů se skóre člověka náhodou odchyluje`],
      [text`(R)`, text`obrácená položka: před výpočtem byla otočena`],
      [
        text`Hrubé ${emphasis('r')}, Stand. ${emphasis('r')}`,
        text`korelace položky se škálou všech položek včetně jí samé; totéž se standardizovanými položkami`,
      ],
      [
        text`Korig. ${emphasis('r')}`,
        text`standardizovaná korelace korigovaná o vlastní podíl položky na škále a o reliabilitu`,
      ],
      [text`${emphasis('r')} se zbytkem`, text`korelace položky se součtem ostatních položek`],
      [
        text`Horní–dolní`,
        text`rozdíl průměrů položky mezi 27 % s nejvyššími a 27 % s nejnižšími skóre jako podíl možného rozpětí`,
      ],
      [
        text`α bez položky, Stand. α, λ6`,
        text`alfa, standardizovaná alfa a Guttmanova lambda 6 škály bez této položky`,
      ],
      [
        text`Průměr ${emphasis('r')}, Medián ${emphasis('r')}, Rozptyl ${emphasis('r')}`,
        text`korelací mezi položkami, které zbývají`,
      ],
      [
        text`Signál/šum`,
        text`${emphasis('k')} krát průměrná korelace děleno jednou minus průměrná korelace, z položek, které zbývají`,
      ],
      [text`SE α`, text`směrodatná chyba alfy bez této položky`],
      [text`Šikmost, špičatost`, text`odpovědí tak, jak byly dány, typ 3; u normálního rozložení 0`],
      [text`–`, text`z těchto odpovědí nelze odhadnout`],
    ],
  },

  method: {
    heading: 'Metoda',
    alpha: (cite) =>
      text`Cronbachova alfa se počítá z kovariancí položek po otočení obrácených (${cite}). Nikdy se neořezává a žádná položka se neotáčí ani nevynechává kvůli svým odpovědím.`,
    interval: {
      feldt: (level, cite) =>
        text`Intervaly alfy (${level}) jsou Feldtovy, z rozdělení F (${cite}). Přesné jsou pro normální položky se stejnými rozptyly a kovariancemi; s málo možnostmi odpovědi a silnou šikmostí jsou příliš úzké.`,
      bonett: (level, cite) =>
        text`Intervaly alfy (${level}) jsou Bonettovy, z logaritmu 1 − α (${cite}), odvozené pro normální položky se stejnými rozptyly a kovariancemi.`,
      'duhachek-iacobucci': (level, cite) =>
        text`Intervaly alfy (${level}) stojí na směrodatné chybě podle Duhacheka a Iacobucciové (${cite}), odvozené pro normální položky; jsou souměrné a mohou překročit 1.`,
      'bootstrap-percentile': (level, cite) =>
        text`Intervaly (${level}) jsou percentily z opakovaných výběrů respondentů s vracením (${cite}).`,
      'bootstrap-bca': (level, cite) =>
        text`Intervaly (${level}) jsou z bootstrapu BCa, z opakovaných výběrů respondentů s vracením (${cite}).`,
    },
    bootstrap: (draws, seed) =>
      text`Počet výběrů: ${format.count(draws)}, semínko ${String(seed)}: stejný příkaz dá stejné číslice.`,
    pairs: text`Kde odpovědi chybějí, počítají intervaly s nejmenším počtem respondentů za kteroukoli dvojicí položek.`,
    omega: (cite) =>
      text`McDonaldova omega je podíl rozptylu skóre, který vysvětluje jeden společný faktor odhadnutý z kovariancí metodou maximální věrohodnosti s nekorelovanými chybami (${cite}).`,
    sem: text`Standardní chyba měření je ${emphasis('SD')} √(1 − α).`,
    discrimination: (cite) =>
      text`Horní a dolní skupina váží každá přesně 27 % respondentů; ti, kdo jsou na hranici nerozlišeni, se počítají zlomkem (${cite}).`,
    shape: (cite) => text`Šikmost a špičatost jsou typu 3 ze tří užívaných (${cite}).`,
    agreement: text`Kde má totéž číslo R, porovnávají ho s ním testy Peerscale; jeho stránky o metodách uvádějí funkce R a počet shodných míst.`,
    references: 'Literatura',
  },

  study: teamWordsCs,

  data: {
    heading: 'Data a jak získat stejnou zprávu',
    file: 'Soubor',
    rows: 'Řádky',
    date: 'Datum',
    software: 'Program',
    definition: 'Definice',
    reproduce: 'Tento příkaz, spuštěný ve složce souboru, napíše tuto zprávu znovu do posledního písmene:',
  },
};
