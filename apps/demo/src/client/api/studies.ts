import type { FormPlan, PlanText } from '@peerscale/form';
import { request } from './request.ts';

export interface Study {
  readonly id: string;
  readonly state: 'draft' | 'open' | 'closed';
  readonly title: PlanText;
  readonly locales: readonly string[];
  readonly minimumGroupSize: number;
  readonly minimumTextSize: number;
  readonly linkage: 'none' | 'code';
  readonly showScores: boolean;
  readonly helpContacts: { readonly title?: PlanText; readonly text: PlanText } | null;
  readonly retentionDays: number | null;
  readonly simulated: boolean;
}

export type StudyChanges = Partial<Omit<Study, 'id' | 'state' | 'simulated'>>;

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly setting: string | null;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly plan: FormPlan;
}

export interface Wave {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reminders: readonly string[];
  readonly state: 'planned' | 'open' | 'closed';
}

export type WaveContent = Pick<Wave, 'name' | 'opensOn' | 'closesOn' | 'reminders'>;

/** A team and a group that are asked in a wave, and how many people they are, where somebody counted. */
export interface Cell {
  readonly team: string;
  readonly group: string;
  readonly expected: number | null;
}

const at = (id: string) => `/studies/${encodeURIComponent(id)}`;

/** Every page of a list, one after the other. */
async function everyPage<Entry>(path: string, field: string, signal?: AbortSignal): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
    const page: Readonly<Record<string, unknown>> = await request(
      'GET',
      `${path}${query}`,
      signal === undefined ? {} : { signal },
    );
    all.push(...(page[field] as readonly Entry[]));
    after = page.next as string | null;
  }
  return all;
}

export const fetchOwnStudies = (signal: AbortSignal) => everyPage<Study>('/organisation/studies', 'studies', signal);

export async function fetchStudy(id: string, signal: AbortSignal): Promise<Study> {
  return (await request<{ study: Study }>('GET', at(id), { signal })).study;
}

export async function createStudy(body: StudyChanges): Promise<Study> {
  return (await request<{ study: Study }>('POST', '/studies', { body, once: true })).study;
}

/** Changes a study; of what people were told when it opened, only to their advantage. */
export async function changeStudy(id: string, body: StudyChanges): Promise<Study> {
  return (await request<{ study: Study }>('PATCH', at(id), { body })).study;
}

export function openStudy(id: string): Promise<unknown> {
  return request('POST', `${at(id)}/open`);
}

export function closeStudy(id: string): Promise<unknown> {
  return request('POST', `${at(id)}/close`);
}

/** Erases a study with everything in it. */
export function eraseStudy(id: string): Promise<void> {
  return request('DELETE', at(id));
}

export const fetchTeams = (study: string, signal: AbortSignal) =>
  everyPage<Team>(`${at(study)}/teams`, 'teams', signal);

/** Adds teams of a CSV file, all or none; what is wrong is said by line. @returns how many */
export async function importTeams(study: string, csv: string): Promise<number> {
  const { written } = await request<{ written: number }>('POST', `${at(study)}/teams`, {
    body: csv,
    contentType: 'text/csv; charset=utf-8',
  });
  return written;
}

export function putTeam(study: string, { id, ...content }: Team): Promise<unknown> {
  return request('PUT', `${at(study)}/teams/${encodeURIComponent(id)}`, { body: content });
}

export function removeTeam(study: string, team: string): Promise<void> {
  return request('DELETE', `${at(study)}/teams/${encodeURIComponent(team)}`);
}

export async function fetchGroups(study: string, signal: AbortSignal): Promise<readonly Group[]> {
  return (await request<{ groups: readonly Group[] }>('GET', `${at(study)}/groups`, { signal })).groups;
}

export function putGroup(study: string, { id, ...content }: Group): Promise<unknown> {
  return request('PUT', `${at(study)}/groups/${encodeURIComponent(id)}`, { body: content });
}

export function removeGroup(study: string, group: string): Promise<void> {
  return request('DELETE', `${at(study)}/groups/${encodeURIComponent(group)}`);
}

export const fetchWaves = (study: string, signal: AbortSignal) =>
  everyPage<Wave>(`${at(study)}/waves`, 'waves', signal);

export async function createWave(study: string, body: WaveContent): Promise<Wave> {
  return (await request<{ wave: Wave }>('POST', `${at(study)}/waves`, { body })).wave;
}

export async function changeWave(study: string, wave: string, body: Partial<WaveContent>): Promise<Wave> {
  return (await request<{ wave: Wave }>('PATCH', `${at(study)}/waves/${wave}`, { body })).wave;
}

/** Who is asked in a planned wave, and how many they are. */
export function setCells(study: string, wave: string, cells: readonly Cell[]): Promise<unknown> {
  return request('PATCH', `${at(study)}/waves/${wave}`, { body: { cells } });
}

export function removeWave(study: string, wave: string): Promise<void> {
  return request('DELETE', `${at(study)}/waves/${wave}`);
}

/** Starts a wave: teams, groups and questions are fixed, answers are taken. */
export function startWave(study: string, wave: string): Promise<unknown> {
  return request('POST', `${at(study)}/waves/${wave}/start`);
}

export function closeWave(study: string, wave: string): Promise<unknown> {
  return request('POST', `${at(study)}/waves/${wave}/close`);
}

/** Who is asked in a wave; empty while it is planned for everybody. */
export const fetchCells = (study: string, wave: string, signal?: AbortSignal) =>
  everyPage<Cell>(`${at(study)}/waves/${wave}`, 'cells', signal);

/** The address of a wave's calendar file. */
export const calendarAddress = (study: string, wave: string, locale: string) =>
  `/api${at(study)}/waves/${wave}/calendar?locale=${encodeURIComponent(locale)}`;
