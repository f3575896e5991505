import { request } from './request.ts';

export const ACTION_STATES = ['agreed', 'begun', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What a team agreed to do after a wave. */
export interface Action {
  readonly id: string;
  /** id of the wave whose results led to it */
  readonly wave: string;
  readonly text: string;
  readonly state: ActionState;
  /** id of the wave after which it is looked at again */
  readonly reviewWave: string | null;
  readonly createdOn: string;
}

export type ActionChanges = Partial<Pick<Action, 'text' | 'state' | 'reviewWave'>>;

const at = (study: string, team: string) =>
  `/studies/${encodeURIComponent(study)}/teams/${encodeURIComponent(team)}/actions`;

export async function fetchActions(study: string, team: string, signal: AbortSignal): Promise<readonly Action[]> {
  const all: Action[] = [];
  let after: string | null = '';
  while (after !== null) {
    const path: string = `${at(study, team)}${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`;
    const page: { actions: readonly Action[]; next: string | null } = await request('GET', path, { signal });
    all.push(...page.actions);
    after = page.next;
  }
  return all;
}

export async function addAction(
  study: string,
  team: string,
  body: Pick<Action, 'wave' | 'text' | 'reviewWave'>,
): Promise<Action> {
  return (await request<{ action: Action }>('POST', at(study, team), { body })).action;
}

export async function changeAction(study: string, team: string, id: string, body: ActionChanges): Promise<Action> {
  return (await request<{ action: Action }>('PATCH', `${at(study, team)}/${id}`, { body })).action;
}

export function removeAction(study: string, team: string, id: string): Promise<void> {
  return request('DELETE', `${at(study, team)}/${id}`);
}
