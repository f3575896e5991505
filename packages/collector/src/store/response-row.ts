import { hash } from 'node:crypto';
import type { ResponseRecord } from '@peerscale/core';
import type { ResponseRow } from './database.ts';

/** Longer than this says nothing about answering, only about a tab left open or a clock that was set: one week. */
const LONGEST_SECONDS = 7 * 24 * 60 * 60;

/**
 * The row of a record: everything that could point to a person is gone here. The two times become a duration in whole
 * seconds, the key a digest. The content digest leaves the times out, because a digest over a time of day can be undone
 * by trying every time of day.
 */
export function responseRow(studyId: string, record: ResponseRecord, day: string): ResponseRow {
  const { instrument, version, locale } = record;
  // sorted, so that the order in which a client wrote the items neither matters nor is kept
  const answers = JSON.stringify(sorted(record.answers));
  const coding = Object.keys(record.coding ?? {}).length === 0 ? null : JSON.stringify(sorted(record.coding ?? {}));
  return {
    key_digest: keyDigest(studyId, record.idempotencyKey),
    study_id: studyId,
    instrument,
    version,
    locale,
    coding,
    answers,
    day,
    duration_seconds: durationOf(record),
    content_digest: contentDigest(instrument, version, locale, coding, answers),
    // an open study of one instrument has neither waves nor teams, and its people need no code and no receipt
    wave_id: null,
    team_id: null,
    group_id: null,
    part: null,
    submission_digest: null,
    code: null,
    receipt_digest: null,
    reuse: null,
    folded: 0,
  };
}

/** What a key is known by: the key itself could be held against what is left over on somebody's device. */
export function keyDigest(studyId: string, idempotencyKey: string, ...more: readonly string[]): string {
  return sha256(JSON.stringify([studyId, idempotencyKey.toLowerCase(), ...more]));
}

/** Whole seconds from start to finish. */
export function durationOf({ startedAt, finishedAt }: Pick<ResponseRecord, 'startedAt' | 'finishedAt'>): number {
  return Math.min(Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000), LONGEST_SECONDS);
}

/** SHA-256 of what the columns of these names hold. */
export function contentDigest(
  instrument: string,
  version: string,
  locale: string,
  coding: string | null,
  answers: string,
): string {
  return sha256(JSON.stringify([instrument, version, locale, coding, answers]));
}

export function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function sha256(text: string): string {
  return hash('sha256', text);
}
