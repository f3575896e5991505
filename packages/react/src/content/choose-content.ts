import type { Instrument, TextPack } from '@peerscale/core';
import type { FormContent, FormPlan, InstrumentContent } from '@peerscale/form';
import { askedItems, contentOfInstrument } from '@peerscale/form/answering';
import { ContentError } from './content-error.ts';
import { planOfBattery } from './plan-of-battery.ts';
import type { SurveySource } from './survey-source.ts';

/**
 * Looks up what a form consists of, in one language. What is wrong inside of an instrument or a text pack comes to light
 * when its questions are made (`contentToSurveyJson`), what is wrong in a plan by its check (`planProblem`).
 *
 * @throws ContentError for everything that keeps the form from being shown
 */
export function chooseContent(source: SurveySource): FormContent {
  const packs = [source.textPack, ...(source.textPacks ?? [])].filter((pack) => pack != null);
  const content = source.plan === undefined && source.battery === undefined ? ofInstrument() : ofPlan();
  const { showScores, helpContacts } = source;
  const plan: FormPlan = {
    ...content.plan,
    ...(showScores !== undefined && showScores !== false && { showScores: showScores === true ? {} : showScores }),
    ...(helpContacts !== undefined && { helpContacts }),
  };
  if (showScores !== false) return { ...content, plan };
  const { showScores: _, ...without } = plan;
  return { ...content, plan: without };

  function ofInstrument(): FormContent {
    const { instrument } = source;
    if (instrument === undefined) throw new ContentError('instrument-not-found', 'there is no instrument');
    return contentOfInstrument(instrument, textPackOf(instrument, packs, source.locale));
  }

  function ofPlan(): FormContent {
    const plan = planOf(source);
    const known: readonly Instrument[] | undefined = 'instruments' in source ? source.instruments : undefined;
    const locale = source.locale ?? packs[0]?.locale ?? firstLocale(plan);
    const instruments: Record<string, InstrumentContent> = {};
    for (const part of plan.parts) {
      if (part.kind !== 'instrument') continue;
      const instrument = (known ?? []).find(({ id, version }) => id === part.instrument && version === part.version);
      if (instrument === undefined) {
        const name = `${part.instrument}@${part.version}`;
        throw new ContentError('instrument-not-found', `${name} is in the plan and not among the instruments`);
      }
      try {
        askedItems(instrument, part);
      } catch (error) {
        throw new ContentError('plan-invalid', `${part.id}: ${(error as RangeError).message}`);
      }
      instruments[part.id] = { instrument, textPack: textPackOf(instrument, packs, locale) };
    }
    const chosen = Object.values(instruments)[0]?.textPack.locale ?? locale;
    return { plan, instruments, locale: chosen };
  }
}

/** The plan, which is not checked yet: as far as what follows looks into it. */
function planOf(source: SurveySource): FormPlan {
  try {
    const plan = source.battery === undefined ? source.plan : planOfBattery(source.battery, source.respondents);
    if (plan?.parts.every((part) => typeof part.id === 'string')) return plan;
  } catch (error) {
    throw new ContentError('plan-invalid', String(error));
  }
  throw new ContentError('plan-invalid', 'plan.parts: is no list of parts with ids');
}

/** The wording in the language asked for; a single text pack is shown whatever its language. */
function textPackOf(instrument: Instrument, packs: readonly TextPack[], locale: string | undefined): TextPack {
  const name = `${instrument.id}@${instrument.version}`;
  const own = packs.filter((pack) => pack.instrument === instrument.id);
  const fitting = own.filter((pack) => pack.version === instrument.version);
  if (fitting.length === 0) {
    const others = own.map(({ instrument: id, version }) => `${id}@${version}`).join(', ');
    throw new ContentError('text-pack-invalid', `no text pack is for ${name}${others && `, only for ${others}`}`);
  }
  if (locale === undefined || packs.length === 1) return fitting[0]!;
  const language = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const found =
    fitting.find((pack) => pack.locale === locale) ??
    fitting.find((pack) => language(pack.locale) === language(locale));
  if (found !== undefined) return found;
  const there = fitting.map((pack) => pack.locale).join(', ');
  throw new ContentError('text-pack-missing-language', `${name} has no text pack in ${locale}, only in ${there}`);
}

function firstLocale({ parts }: FormPlan): string {
  const texts = parts.flatMap((part) => ('question' in part ? [part.question] : 'text' in part ? [part.text] : []));
  return Object.keys(texts[0] ?? {})[0] ?? 'en';
}
