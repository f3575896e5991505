import type { Words } from '../language-context.ts';

const en = {
  title: 'How is the team doing?',
  what: 'Peerscale asks the teams of an organisation the same short questions again and again, and shows each what changed, what is strong and what needs talking about. Answers carry no name, small groups stay hidden, and every figure says how far it can be trusted.',
  lookAround: 'Look around first',
  demonstration: 'Look at the demonstration',
  demonstrationText:
    'A made-up hospital with twelve teams and three rounds of simulated answers. Everything can be tried.',
  setUp: 'Set up your own',
  setUpText:
    'This server waits for its first owner. It has printed a one-time link on its console; open that link to set up your organisation.',
  signIn: 'Sign in',
  signInText: 'For people who set studies up or read their results.',
  ways: 'Begin here',
  forms: 'Try a form',
  formsText: 'Answer as one person of a team and look at what becomes of it. These studies are open to everybody.',
  studies: 'Studies',
  newStudy: 'New study',
  none: 'There is no study yet.',
  noneText:
    'A study asks your teams the same questions in rounds. Setting one up takes about five minutes; nothing is sent before you start it.',
  noneForReaders: 'As soon as a study is running it appears here.',
  open: 'Open',
  openNamed: (title: string) => `Open ${title}`,
  continue: 'Continue the set-up',
  continueNamed: (title: string) => `Continue the set-up of ${title}`,
  results: 'Results',
  resultsOf: (title: string) => `Results of ${title}`,
  nextWave: (name: string, day: string) => `${name} begins on ${day}`,
  lastWave: (name: string, day: string) => `${name} ended on ${day}`,
  openWave: (name: string, day: string) => `${name} is open until ${day}`,
  noWave: 'No wave is planned.',
};

export type HomeWords = typeof en;

const cs: HomeWords = {
  title: 'Jak se týmu daří?',
  what: 'Peerscale klade týmům organizace stále tytéž krátké otázky a každému ukáže, co se změnilo, co je silné a o čem je třeba mluvit. Odpovědi nenesou jméno, malé skupiny zůstávají skryté a každé číslo říká, nakolik se mu dá věřit.',
  lookAround: 'Nejdřív se rozhlédnout',
  demonstration: 'Prohlédnout ukázku',
  demonstrationText: 'Smyšlená nemocnice s dvanácti týmy a třemi koly simulovaných odpovědí. Všechno si lze vyzkoušet.',
  setUp: 'Nastavit vlastní',
  setUpText:
    'Tento server čeká na svého prvního vlastníka. Na konzoli vypsal jednorázový odkaz; otevřete ho a založte svou organizaci.',
  signIn: 'Přihlásit se',
  signInText: 'Pro ty, kdo studie zakládají nebo čtou jejich výsledky.',
  ways: 'Kde začít',
  forms: 'Vyzkoušet formulář',
  formsText: 'Odpovězte jako jeden z týmu a podívejte se, co z toho vznikne. Tyto studie jsou otevřené všem.',
  studies: 'Studie',
  newStudy: 'Nová studie',
  none: 'Zatím tu není žádná studie.',
  noneText:
    'Studie se vašich týmů ptá v kolech na totéž. Její nastavení zabere asi pět minut; než ji zahájíte, nic se neodešle.',
  noneForReaders: 'Jakmile nějaká studie poběží, objeví se tady.',
  open: 'Otevřít',
  openNamed: (title) => `Otevřít: ${title}`,
  continue: 'Pokračovat v nastavení',
  continueNamed: (title) => `Pokračovat v nastavení: ${title}`,
  results: 'Výsledky',
  resultsOf: (title) => `Výsledky: ${title}`,
  nextWave: (name, day) => `${name} začíná ${day}`,
  lastWave: (name, day) => `${name} skončila ${day}`,
  openWave: (name, day) => `${name} je otevřená do ${day}`,
  noWave: 'Žádná vlna není naplánována.',
};

export const homeWords: Words<HomeWords> = { en, cs };
