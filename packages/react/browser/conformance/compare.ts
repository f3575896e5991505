import { type ResponseRecord, scoreResponse } from '@peerscale/core';
import type { AnyRecord } from '@peerscale/form';
import type { ConformanceForm } from './forms.ts';
import { type Asked, instrumentOf } from './question.ts';
import type { Step } from './random-steps.ts';

const recordsOf = (record: AnyRecord): readonly ResponseRecord[] => ('records' in record ? record.records : [record]);

/** A record without what is another in every sitting, and with the scores it comes to. */
export function comparable(form: ConformanceForm, record: AnyRecord | null): unknown {
  if (record === null) return null;
  const bare = JSON.parse(
    JSON.stringify(record, (key, value) =>
      key === 'idempotencyKey' || key === 'startedAt' || key === 'finishedAt' ? undefined : value,
    ),
  );
  const scores = recordsOf(record).map(({ instrument, answers, coding }) =>
    scoreResponse(instrumentOf(form, instrument), answers, coding),
  );
  return { ...bare, scores };
}

/**
 * The codes of a record against the steps alone: the option chosen last, turned round where the language it was chosen in
 * counts the other way than that of the record. @returns what is not as it should be
 */
export function answerFaults(
  form: ConformanceForm,
  questions: readonly Asked[],
  first: string,
  steps: readonly Step[],
  record: AnyRecord,
): string[] {
  const chosen = new Map<number, { readonly place: number; readonly locale: string }>();
  let locale = first;
  for (const step of steps) {
    if (step.kind === 'language') locale = step.locale;
    else if (step.kind === 'choose') chosen.set(step.at, { place: step.place, locale });
    else if (step.kind === 'take-back') chosen.delete(step.at);
  }
  return questions.flatMap(({ part, item }, at) => {
    if (part.kind !== 'instrument') return [];
    const { id, version, responseScales, items } = instrumentOf(form, part.instrument);
    const scale = responseScales.find((one) => one.id === items.find((known) => known.id === item)!.responseScale)!;
    const codingIn = (language: string) =>
      form.textPacks.find((pack) => pack.instrument === id && pack.version === version && pack.locale === language)!
        .responseScales[scale.id]!.highCodeMeans;
    const one = chosen.get(at);
    const code = one === undefined ? 'skipped' : scale.codes[one.place]!;
    const isTurned = one !== undefined && codingIn(one.locale) !== codingIn(locale);
    const wanted = isTurned ? Math.min(...scale.codes) + Math.max(...scale.codes) - (code as number) : code;
    const answer = recordsOf(record).find(({ instrument }) => instrument === id)!.answers[item];
    return answer === wanted ? [] : [`${item}: ${String(answer)}, not ${String(wanted)}`];
  });
}
