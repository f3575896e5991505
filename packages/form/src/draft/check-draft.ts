import type { CodingByScale, Instrument } from '@peerscale/core';
import { askedItems } from '../plan/asked-items.ts';
import type { FormContent } from '../plan/form-content.ts';
import { formIdOf } from '../plan/form-id-of.ts';
import type { FormPart } from '../plan/form-plan.ts';
import { isObject, own } from '../text/json.ts';
import type { Draft } from './draft.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REASONS = new Set<unknown>(['not-asked', 'skipped', 'refused', 'dont-know', 'not-applicable']);

/**
 * A draft that was kept, where every part of it is valid for exactly this form; else null. A damaged draft is not
 * repaired: half of somebody's answers would look like all of them.
 */
export function checkDraft(content: FormContent, value: unknown): Draft | null {
  if (!isObject(value) || value.format !== 'peerscale/draft@2' || value.form !== formIdOf(content)) return null;
  const { idempotencyKey, startedAt, answers, codings, position } = value;
  if (typeof idempotencyKey !== 'string' || !UUID.test(idempotencyKey)) return null;
  if (typeof startedAt !== 'string' || !isTimestamp(startedAt)) return null;
  if (position !== undefined && typeof position !== 'string') return null;
  if (!isObject(answers) || !isObject(codings)) return null;
  for (const [id, answer] of Object.entries(answers)) {
    const part = content.plan.parts.find((one) => one.id === id);
    if (part === undefined || !fits(part, answer, content)) return null;
  }
  for (const [id, { instrument }] of Object.entries(content.instruments)) {
    if (!isCoding(instrument, own(codings, id))) return null;
  }
  return value as unknown as Draft;
}

function fits(part: FormPart, answer: unknown, { instruments }: FormContent): boolean {
  switch (part.kind) {
    case 'instrument': {
      const instrument = instruments[part.id]?.instrument;
      return instrument !== undefined && areAnswers(instrument, part, answer);
    }
    case 'code':
      return isObject(answer) && Object.values(answer).every((hash) => /^[0-9a-f]{64}$/.test(String(hash)));
    case 'consent':
      return typeof answer === 'boolean';
    case 'choice':
      return part.options.some(({ value }) => value === answer);
    case 'number':
      return Number.isFinite(answer);
    case 'text':
      return false;
    default:
      return typeof answer === 'string';
  }
}

function areAnswers(instrument: Instrument, part: FormPart & { kind: 'instrument' }, value: unknown): boolean {
  if (!isObject(value)) return false;
  const asked = new Map(askedItems(instrument, part).map(({ id, responseScale }) => [id, responseScale]));
  return Object.entries(value).every(([item, answer]) => {
    const scale = instrument.responseScales.find(({ id }) => id === asked.get(item));
    return scale !== undefined && (REASONS.has(answer) || scale.codes.includes(answer as number));
  });
}

function isCoding(instrument: Instrument, value: unknown): value is CodingByScale {
  if (!isObject(value)) return false;
  return instrument.responseScales.every(({ id }) => value[id] === 'endorsement' || value[id] === 'rejection');
}

function isTimestamp(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
