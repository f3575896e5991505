import type { Words } from '../../language-context.ts';

const en = {
  quality: {
    title: 'How carefully was it answered?',
    text: 'Signs that some people hurried. A few are normal; where there are many, be careful with everything above.',
    open: 'Show the signs',
    questionnaire: 'Questionnaire',
    n: 'Answers',
    straightlining: 'The same answer throughout',
    tooFast: 'Under 2 seconds a question',
    incomplete: 'A third or more left out',
    seconds: 'Seconds a question (median)',
    picture: 'Signs of hurried answers',
    how: 'How do we know?',
    howText:
      'Nobody is removed from the figures because of these signs: a hurried answer is not a wrong one. The time is that of the whole form, shared out evenly over its questions.',
    good: 'As far as the numbers can be shown, signs of hurried answers are few.',
    some: 'Some answers look hurried: see the table.',
    unknown: 'The numbers are too small to be shown.',
    fewer: (minimum: number) => `fewer than ${minimum} people show this sign, or fewer than ${minimum} do not`,
  },
};

type QualityWords = typeof en;

const cs: QualityWords = {
  quality: {
    title: 'Jak pečlivě se odpovídalo?',
    text: 'Známky toho, že někdo spěchal. Pár jich je běžných; kde je jich mnoho, berte vše výše s opatrností.',
    open: 'Ukázat známky',
    questionnaire: 'Dotazník',
    n: 'Odpovědi',
    straightlining: 'Stále stejná odpověď',
    tooFast: 'Pod 2 sekundy na otázku',
    incomplete: 'Vynechána třetina a víc',
    seconds: 'Sekund na otázku (medián)',
    picture: 'Známky spěchu',
    how: 'Jak to víme?',
    howText:
      'Kvůli těmto známkám se z čísel nikdo nevyřazuje: spěšná odpověď není nesprávná. Čas je za celý formulář, rozdělený rovným dílem na otázky.',
    good: 'Pokud lze počty ukázat, známek spěchu je málo.',
    some: 'Některé odpovědi vypadají spěšně: viz tabulka.',
    unknown: 'Počty jsou na zobrazení příliš malé.',
    fewer: (minimum) => `tuto známku má méně než ${minimum} lidí, nebo ji méně než ${minimum} nemá`,
  },
};

/** Signs of hurried answers. */
export const qualityWords: Words<QualityWords> = { en, cs };
