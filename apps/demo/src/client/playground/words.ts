import type { Locale } from '../catalogue.ts';
import type { PlaygroundSettings } from './settings.ts';

const en = {
  title: 'Playground',
  introduction:
    'Try a form as the people in your team would meet it, and copy the code that puts it on your page. Nothing that you enter leaves this page.',
  choices: 'What to show',
  instrument: 'Instrument',
  withWording: 'Written by Peerscale, with wording',
  sample: 'For trying out',
  published: 'Published, known by their key alone',
  language: 'Language of the form',
  interfaceOnly: (name: string) => `${name} (no wording)`,
  door: 'Way in',
  doors: { element: 'Element', react: 'React', frame: 'Frame' } satisfies Doors,
  doorNotes: {
    element: 'A custom element for any page, in one small file.',
    react: 'A React component on SurveyJS, for hosts that want its whole range.',
    frame: 'For pages that may not run the script. The page around learns how far somebody is, never an answer.',
  } satisfies Doors,
  theme: 'Colours',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  mode: 'Questions',
  modes: { list: 'In a list', single: 'One by one' },
  width: 'Width in pixels',
  fit: 'Fit',
  shared: 'Shared computer: keep nothing on the device',
  reactList: 'The React form always shows its questions in a list.',
  missingLanguage: {
    element:
      'This instrument has no wording in this language. This is what people would be told; your page gets an error event. The sample has wording in all five languages.',
    react:
      'Only the interface is in this language: the instrument has no wording in it, so its questions stay in English.',
  },
  preview: 'Preview',
  previewRegion: 'Preview, scrolls sideways',
  previewTitle: 'The form, on a page as yours might be',
  dragHint: 'Its lower right corner can be dragged.',
  snippet: 'The code',
  copy: 'Copy the code',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy: select the code and copy it yourself.',
  room: 'For your style sheet, so that nothing on the page moves when the form arrives:',
  file: (path: string) => `The form itself, definition and wording, is the file ${path}.`,
  download: 'Save this file',
  events: 'Events',
  eventsNone: 'Nothing has happened yet. Answer a question.',
  eventsNewest: (shown: number, all: number) => `The newest ${shown} of ${all}.`,
  clear: 'Empty the list',
  record: 'Response record',
  recordNone: 'Here is the record, and the scores that follow from it, once you have sent the form.',
  recordFrame: 'In a frame nothing of it is told to the page around: the record goes to the endpoint alone.',
  recordNotSent: 'This is all that would have been sent. It went nowhere.',
  scores: 'Scores',
  score: (value: string, minimum: string, maximum: string) => `${value} on a scale from ${minimum} to ${maximum}`,
  noScore: {
    'no-answers': 'no score: nothing of it was answered',
    incomplete: 'no score: the scale wants every item answered',
    'too-few-answered': 'no score: too few items were answered',
  },
  used: (used: number, all: number) => `${used} of ${all} items answered`,
  reversed: (items: string) => `turned round: ${items}`,
  prorated: 'filled up by the person’s own mean',
  noWordingTitle: 'No wording to show',
  noWording: {
    'text-pack':
      'Peerscale ships the key of this instrument and not its sentences, because they are not ours to hand out. With a text pack of your own it works like any other.',
    withheld:
      'This questionnaire is licensed per use. Peerscale knows its structure, ships no wording and takes no text pack for it.',
  },
  holder: 'Rights holder',
  licence: 'Licence',
  terms: 'Terms',
  wordingSource: 'Where the wording can be had',
  items: 'Items',
  scales: 'Scales',
  textPackCommand: 'A blank text pack to fill in:',
  unknown: (id: string) => `There is no instrument with the id “${id}” here.`,
};

type Doors = Readonly<Record<PlaygroundSettings['door'], string>>;
type Words = typeof en;

const cs: Words = {
  title: 'Hřiště',
  introduction:
    'Vyzkoušejte formulář tak, jak ho potkají lidé ve vašem týmu, a zkopírujte si kód, který ho vloží na vaši stránku. Nic z toho, co vyplníte, tuto stránku neopustí.',
  choices: 'Co ukázat',
  instrument: 'Dotazník',
  withWording: 'Napsané v Peerscale, se zněním',
  sample: 'Na vyzkoušení',
  published: 'Publikované, jen s klíčem',
  language: 'Jazyk formuláře',
  interfaceOnly: (name) => `${name} (bez znění)`,
  door: 'Způsob vložení',
  doors: { element: 'Prvek', react: 'React', frame: 'Rámec' },
  doorNotes: {
    element: 'Vlastní prvek HTML pro jakoukoli stránku, v jednom malém souboru.',
    react: 'Komponenta Reactu nad SurveyJS, pro ty, kdo chtějí všechno, co umí.',
    frame: 'Pro stránky, které nesmějí spouštět skript. Stránka kolem ví, jak daleko kdo je, odpovědi nikdy.',
  },
  theme: 'Barvy',
  themes: { auto: 'Systém', light: 'Světlé', dark: 'Tmavé' },
  mode: 'Otázky',
  modes: { list: 'V seznamu', single: 'Po jedné' },
  width: 'Šířka v pixelech',
  fit: 'Vše',
  shared: 'Sdílený počítač: v zařízení nic nenechávat',
  reactList: 'Formulář v Reactu ukazuje otázky vždy v seznamu.',
  missingLanguage: {
    element:
      'Tento dotazník nemá v tomto jazyce znění. Takto by se to lidé dozvěděli; vaše stránka dostane událost error. Ukázka má znění ve všech pěti jazycích.',
    react: 'V tomto jazyce je jen rozhraní: dotazník v něm nemá znění, otázky proto zůstávají v angličtině.',
  },
  preview: 'Náhled',
  previewRegion: 'Náhled, posouvá se do stran',
  previewTitle: 'Formulář na stránce, jaká by mohla být vaše',
  dragHint: 'Pravý dolní roh lze táhnout myší.',
  snippet: 'Kód',
  copy: 'Zkopírovat kód',
  copied: 'Zkopírováno.',
  notCopied: 'Prohlížeč této stránce nedovolí kopírovat: označte kód a zkopírujte ho sami.',
  room: 'Do vašich stylů, aby se na stránce nic neposunulo, až formulář dorazí:',
  file: (path) => `Sám formulář, definice a znění, je v souboru ${path}.`,
  download: 'Uložit tento soubor',
  events: 'Události',
  eventsNone: 'Zatím se nic nestalo. Odpovězte na některou otázku.',
  eventsNewest: (shown, all) => `Nejnovějších ${shown} z ${all}.`,
  clear: 'Vyprázdnit seznam',
  record: 'Záznam odpovědí',
  recordNone: 'Až formulář odešlete, bude tu záznam a skóre, která z něj plynou.',
  recordFrame: 'Z rámce se o něm stránka kolem nedozví nic: záznam jde jen na cílovou adresu.',
  recordNotSent: 'To je vše, co by se odeslalo. Nešlo to nikam.',
  scores: 'Skóre',
  score: (value, minimum, maximum) => `${value} na škále od ${minimum} do ${maximum}`,
  noScore: {
    'no-answers': 'bez skóre: nic z této škály nebylo zodpovězeno',
    incomplete: 'bez skóre: škála chce odpověď na každou položku',
    'too-few-answered': 'bez skóre: zodpovězeno příliš málo položek',
  },
  used: (used, all) => `zodpovězené položky: ${used} z ${all}`,
  reversed: (items) => `obrácené: ${items}`,
  prorated: 'doplněno vlastním průměrem',
  noWordingTitle: 'Znění tu není',
  noWording: {
    'text-pack':
      'Peerscale k tomuto dotazníku dodává klíč, ne věty, protože nejsou naše, abychom je rozdávali. S vlastním balíčkem textů funguje jako každý jiný.',
    withheld:
      'Tento dotazník se licencuje za každé použití. Peerscale zná jeho stavbu, znění nedodává a balíček textů k němu nepřijme.',
  },
  holder: 'Držitel práv',
  licence: 'Licence',
  terms: 'Podmínky',
  wordingSource: 'Kde lze znění získat',
  items: 'Položky',
  scales: 'Škály',
  textPackCommand: 'Prázdný balíček textů k vyplnění:',
  unknown: (id) => `Dotazník s id „${id}“ tu není.`,
};

export type PlaygroundWords = Words;

/** Every word of the playground. They are apart from the other pages' catalogue because they come with this page alone. */
export const playgroundWords: Readonly<Record<Locale, PlaygroundWords>> = { en, cs };
