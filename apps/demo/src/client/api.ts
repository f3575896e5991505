import type { Instrument, LocalizedText, ResponseRecord, StudyReport, TextPack } from '@peerscale/core';

export interface StudySummary {
  readonly id: string;
  readonly title: LocalizedText;
  readonly instrument: { readonly id: string; readonly version: string };
  readonly locales: readonly string[];
  readonly simulated: boolean;
  readonly minimumGroupSize: number;
}

export interface StudyForm {
  readonly study: Pick<StudySummary, 'id' | 'title' | 'minimumGroupSize' | 'simulated'>;
  readonly instrument: Instrument;
  readonly textPack: TextPack;
  readonly locales: readonly string[];
}

/** A report, and of how many answers it is: it is made anew in steps. */
export interface ReleasedReport extends StudyReport {
  readonly release: { readonly released: number; readonly next: number };
}

export type ApiFailure = 'unreachable' | 'not-found' | 'signed-out' | 'forbidden' | 'other';

/** A request that brought nothing: the kind decides what the reader is told. */
export class ApiError extends Error {
  readonly kind: ApiFailure;

  constructor(kind: ApiFailure, message: string) {
    super(message);
    this.name = 'ApiError';
    this.kind = kind;
  }
}

/** A server that does not answer for this long counts as unreachable. */
const PATIENCE_MS = 20_000;

export async function fetchStudies(signal: AbortSignal): Promise<readonly StudySummary[]> {
  const { studies } = await request<{ studies: readonly StudySummary[] }>('/api/studies', { signal });
  return studies;
}

export function fetchForm(study: string, locale: string, signal: AbortSignal): Promise<StudyForm> {
  return request(`/api/studies/${encodeURIComponent(study)}/form?locale=${encodeURIComponent(locale)}`, { signal });
}

export function fetchReport(study: string, signal: AbortSignal): Promise<ReleasedReport> {
  return request(`/api/studies/${encodeURIComponent(study)}/report`, { signal });
}

/** Hands a record over. Sending the same record again is safe: the server knows its idempotency key. */
export async function sendResponse(study: string, record: ResponseRecord): Promise<void> {
  await request(`/api/studies/${encodeURIComponent(study)}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(record),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { ...init, signal });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError('unreachable', `${path} cannot be reached.`);
  }
  if (response.ok && body !== undefined) return body as T;
  throw new ApiError(response.status === 404 ? 'not-found' : 'other', `${path} answered ${response.status}.`);
}
