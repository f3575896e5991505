import type { CommentResults, ItemResults, QualityResults, StudyChange, StudyResults } from '@peerscale/collector';
import type { DriversReport, LinkageReport } from '@peerscale/core';
import { request } from './request.ts';

export type {
  CommentResults,
  ConversationTopic,
  InstrumentResults,
  ItemResults,
  MeanFigure,
  NamedFigure,
  Participation,
  QualityResults,
  ReliabilityVerdict,
  ScaleResults,
  Shown,
  StudyChange,
  StudyResults,
  TeamFigure,
  TeamReport,
  WaveDifference,
  WaveSummary,
} from '@peerscale/collector';

/** What the figures are asked about; null is everybody, or the newest wave. */
export interface ResultsFilter {
  readonly wave: number | null;
  readonly team: string | null;
  readonly group: string | null;
  readonly setting: string | null;
}

type Parameters = Readonly<Record<string, string | number | null>>;

function get<T>(study: string, what: string, parameters: Parameters, signal: AbortSignal): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, String(value));
  const search = query.size === 0 ? '' : `?${query}`;
  return request<T>('GET', `/studies/${encodeURIComponent(study)}/results${what}${search}`, { signal });
}

export function fetchStudyResults(study: string, filter: ResultsFilter, signal: AbortSignal): Promise<StudyResults> {
  return get(study, '', { ...filter }, signal);
}

export function fetchItemResults(
  study: string,
  { instrument, wave, group }: { instrument: string; wave: number; group: string | null },
  signal: AbortSignal,
): Promise<ItemResults> {
  return get(study, '/items', { instrument, wave, group }, signal);
}

export function fetchComments(study: string, wave: number, signal: AbortSignal): Promise<CommentResults> {
  return get(study, '/comments', { wave }, signal);
}

export function fetchQuality(study: string, wave: number, signal: AbortSignal): Promise<QualityResults> {
  return get(study, '/quality', { wave }, signal);
}

export function fetchDrivers(
  study: string,
  outcome: string,
  wave: number,
  signal: AbortSignal,
): Promise<DriversReport> {
  return get(study, '/drivers', { outcome, wave }, signal);
}

export function fetchChange(study: string, from: number, to: number, signal: AbortSignal): Promise<StudyChange> {
  return get(study, '/change', { from, to }, signal);
}

export function fetchLinkage(study: string, from: number, to: number, signal: AbortSignal): Promise<LinkageReport> {
  return get(study, '/linkage', { from, to }, signal);
}
