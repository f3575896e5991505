import type { Battery, Instrument } from '@peerscale/core';
import { askedItems, type FormPart, type FormPlan, type InstrumentPart, planOfBattery } from '@peerscale/form';
import { batteries, findInstrument, instruments, textPacksOf } from '@peerscale/instruments';

/** Kinds of people that an instrument can be for. */
export type Respondents = Battery['groups'][number]['respondents'];

/** What a study asks: what a battery has for each group, or some instruments. */
export interface Contents {
  readonly battery: string | null;
  readonly instruments: readonly string[];
  /** whether people may write something in the end */
  readonly remark: boolean;
  /** whether people are asked if their answers may be used in research as records of their own */
  readonly reuse: boolean;
}

export const REMARK = 'remark';
export const REUSE = 'reuse';
const ITEMS_A_MINUTE = 8;

/** Instruments that can be asked here: those whose wording comes along. */
export const choosable: readonly Instrument[] = instruments.filter(({ rights }) => rights.wording === 'included');
export { batteries };

/** The parts that stand around the instruments, in the words of every language there is. */
const remarkPart: FormPart = {
  kind: 'long-text',
  id: REMARK,
  question: {
    en: 'Is there anything else your team should talk about?',
    cs: 'Je ještě něco, o čem by měl váš tým mluvit?',
  },
  hint: {
    en: 'Please do not name anybody. It is read together with what others wrote, in shuffled order.',
    cs: 'Nikoho prosím nejmenujte. Čte se to společně s tím, co napsali ostatní, v zamíchaném pořadí.',
  },
};
const reusePart: FormPart = {
  kind: 'consent',
  id: REUSE,
  title: { en: 'For research', cs: 'Pro výzkum' },
  text: {
    en: 'May your answers be used for research, as one record among others, without team names? A team has a random number there, and only where enough of its people have agreed. You can take part either way.',
    cs: 'Smějí být vaše odpovědi použity pro výzkum jako jeden záznam mezi ostatními, bez názvů týmů? Tým tam má jen náhodné číslo, a to pouze tehdy, když souhlasilo dost jeho lidí. Zúčastnit se můžete tak i tak.',
  },
  mustAgree: false,
};

const battery = (id: string) => batteries.find((one) => one.id === id);

/** The languages in which everything chosen has wording. */
export function localesOf({ battery: id, instruments: chosen }: Contents): readonly string[] {
  const all =
    id === null ? chosen : (battery(id)?.groups.flatMap(({ parts }) => parts.map((part) => part.instrument)) ?? []);
  const found = [...new Set(all)].map((one) => {
    const instrument = findInstrument(one);
    return instrument === undefined ? [] : textPacksOf(instrument).map(({ locale }) => locale);
  });
  return found.reduce((common, locales) => common.filter((locale) => locales.includes(locale)), found[0] ?? []);
}

/** About how long answering takes: eight items a minute, which is slow, and at least one. */
export function minutesOf({ parts }: Pick<FormPlan, 'parts'>): number {
  const items = parts.reduce((sum, part) => {
    if (part.kind !== 'instrument') return sum;
    const instrument = findInstrument(part.instrument, part.version);
    return sum + (instrument === undefined ? 0 : askedItems(instrument, part).length);
  }, 0);
  return Math.max(1, Math.round(items / ITEMS_A_MINUTE));
}

/** Who is asked by a battery, in its order; for instruments of one's own choice there is one group to begin with. */
export function respondentsOf({ battery: id }: Contents): readonly Respondents[] {
  return id === null ? ['anyone'] : (battery(id)?.groups.map(({ respondents }) => respondents) ?? []);
}

/** The plan of a group. */
export function planOf(contents: Contents, respondents: Respondents): FormPlan {
  const found = contents.battery === null ? undefined : battery(contents.battery);
  const asked = found?.groups.some((group) => group.respondents === respondents);
  const base: FormPlan =
    found !== undefined && asked ? planOfBattery(found, respondents) : planOfInstruments(contents.instruments);
  return {
    ...base,
    parts: [...(contents.reuse ? [reusePart] : []), ...base.parts, ...(contents.remark ? [remarkPart] : [])],
  };
}

function planOfInstruments(chosen: readonly string[]): FormPlan {
  const parts = chosen.flatMap((id): InstrumentPart[] => {
    const instrument = findInstrument(id);
    return instrument === undefined ? [] : [{ kind: 'instrument', id, instrument: id, version: instrument.version }];
  });
  return { format: 'peerscale/form-plan@1', id: 'own-choice', version: '1.0.0', parts };
}

/** What groups that exist are asked, read back from their plans. */
export function contentsOf(groups: readonly { readonly plan: FormPlan }[]): Contents {
  const parts = groups.flatMap(({ plan }) => plan.parts);
  return {
    battery: groups.map(({ plan }) => plan.id).find((id) => battery(id) !== undefined) ?? null,
    instruments: [...new Set(parts.flatMap((part) => (part.kind === 'instrument' ? [part.instrument] : [])))],
    remark: parts.some(isRemark),
    reuse: parts.some(isReuse),
  };
}

const isReuse = ({ kind, id }: FormPart) => kind === 'consent' && id.includes(REUSE);
const isRemark = ({ id }: FormPart) => id === REMARK;

/** A plan that is there, with what was chosen anew; what else somebody has put into it stays. */
export function changedPlan(plan: FormPlan, after: Contents): FormPlan {
  const wanted = after.battery === null ? planOfInstruments(after.instruments).parts : undefined;
  const first = plan.parts.findIndex(({ kind }) => kind === 'instrument');
  const asked =
    wanted === undefined
      ? plan.parts
      : [
          ...plan.parts.slice(0, first),
          ...wanted,
          ...plan.parts.slice(first).filter(({ kind }) => kind !== 'instrument'),
        ];
  const kept = asked.filter((part) => (after.reuse || !isReuse(part)) && (after.remark || !isRemark(part)));
  return {
    ...plan,
    parts: [
      ...(after.reuse && !kept.some(isReuse) ? [reusePart] : []),
      ...kept,
      ...(after.remark && !kept.some(isRemark) ? [remarkPart] : []),
    ],
  };
}
