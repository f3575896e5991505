import type { CodingByScale, Instrument } from '@peerscale/core';
import type { Answers } from '../record/answers.ts';
import type { Sitting } from '../record/build-response-record.ts';

const FORMAT = 'peerscale/draft@1';

/** Answers not yet handed over, as they are kept on the device. */
export interface Draft extends Sitting {
  readonly answers: Answers;
  /** The coding the answers are in, so that they can be read under another text pack. */
  readonly coding: CodingByScale;
}

/** The text of a draft, for {@link parseDraft}. */
export function formatDraft(instrument: Instrument, draft: Draft): string {
  return JSON.stringify({ format: FORMAT, instrument: instrument.id, version: instrument.version, ...draft });
}

/**
 * The draft in a stored text; null unless every part of it is valid for exactly this instrument and version. A damaged
 * draft is not repaired: half of somebody's answers would look like all of them.
 */
export function parseDraft(instrument: Instrument, text: string): Draft | null {
  const draft = parsedObject(text);
  if (draft === null || draft.format !== FORMAT) return null;
  if (draft.instrument !== instrument.id || draft.version !== instrument.version) return null;
  const { idempotencyKey, startedAt, answers, coding } = draft;
  if (typeof idempotencyKey !== 'string' || !UUID.test(idempotencyKey)) return null;
  if (typeof startedAt !== 'string' || !isTimestamp(startedAt)) return null;
  if (!areAnswers(instrument, answers) || !isCoding(instrument, coding)) return null;
  return { idempotencyKey, startedAt, answers, coding };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isTimestamp(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

function areAnswers(instrument: Instrument, value: unknown): value is Answers {
  if (!isObject(value)) return false;
  const codesByItem = new Map(
    instrument.items.map((item) => [
      item.id,
      instrument.responseScales.find((scale) => scale.id === item.responseScale)?.codes ?? [],
    ]),
  );
  return Object.entries(value).every(
    ([item, code]) => typeof code === 'number' && (codesByItem.get(item)?.includes(code) ?? false),
  );
}

function isCoding(instrument: Instrument, value: unknown): value is CodingByScale {
  if (!isObject(value)) return false;
  return instrument.responseScales.every(({ id }) => value[id] === 'endorsement' || value[id] === 'rejection');
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
