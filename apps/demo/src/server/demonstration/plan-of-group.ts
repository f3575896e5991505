import type { Battery } from '@peerscale/core';
import { type FormPlan, planOfBattery } from '@peerscale/form';
import type { Respondents } from './organisation.ts';

/** Ids of the parts that stand around the instruments. */
export const PARTS = { consent: 'consent', code: 'code', reuse: 'reuse', remark: 'remark' } as const;

/** What a group of the demonstration is asked: consent, a code that links waves, the battery, and a word of one's own. */
export function planOfGroup(battery: Battery, respondents: Respondents): FormPlan {
  const plan = planOfBattery(battery, respondents);
  return {
    ...plan,
    parts: [
      {
        kind: 'consent',
        id: PARTS.consent,
        title: { en: 'Before you begin', cs: 'Než začnete' },
        text: {
          en: 'Taking part is up to you, and you can leave out any question. Your answers bear neither your name nor your address, and no figure is shown about fewer than five people.',
          cs: 'Účast je na vás a kteroukoli otázku můžete vynechat. Odpovědi nenesou vaše jméno ani adresu a neukáže se žádný údaj o méně než pěti lidech.',
        },
        agree: { en: 'I want to take part', cs: 'Chci se zúčastnit' },
        mustAgree: true,
      },
      // the server has the key, and puts it in
      { kind: 'code', id: PARTS.code, key: 'the-server-has-the-key' },
      ...plan.parts,
      {
        kind: 'consent',
        id: PARTS.reuse,
        title: { en: 'For research', cs: 'Pro výzkum' },
        text: {
          en: 'Answers can help research on work in mental health. If you agree, yours may be in a file that researchers get, without your team where it is small.',
          cs: 'Odpovědi mohou pomoci výzkumu práce v duševním zdraví. Pokud souhlasíte, mohou být ty vaše v souboru, který dostanou výzkumníci; u malých týmů bez názvu týmu.',
        },
        agree: { en: 'My answers may be used for research', cs: 'Moje odpovědi lze použít pro výzkum' },
        mustAgree: false,
      },
      {
        kind: 'long-text',
        id: PARTS.remark,
        question: {
          en: 'Is there anything your team should talk about?',
          cs: 'Je něco, o čem by měl váš tým mluvit?',
        },
        hint: {
          en: 'It is read as you write it: please name nobody.',
          cs: 'Bude se číst tak, jak to napíšete: prosíme, nikoho nejmenujte.',
        },
        maximumLength: 500,
      },
    ],
  };
}
