import { request } from './request.ts';

/** Why a number of answers is not shown: few, to protect another number, nobody has answered, or the reader is not told. */
export type HiddenBecause = 'too-small' | 'protects' | 'nobody' | 'not-told';

/** How many have answered in a wave, of how many. */
export interface Answered {
  readonly responses: number | HiddenBecause;
  readonly expected: number | null;
}

type Responses =
  | { readonly status: 'shown'; readonly value: number }
  | { readonly status: 'suppressed'; readonly reason: { readonly code: string } | null }
  | { readonly status: 'no-data' };

interface Results {
  readonly participation: {
    readonly expected: number | null;
    readonly responses: Responses;
  } | null;
}

/** Participation in a wave as a whole; undefined where the server gives none. */
export async function fetchAnswered(study: string, wave: number, signal: AbortSignal): Promise<Answered | undefined> {
  const { participation } = await request<Results>(
    'GET',
    `/studies/${encodeURIComponent(study)}/results?wave=${wave}`,
    { signal },
  );
  if (participation === null) return undefined;
  return { responses: responsesOf(participation.responses), expected: participation.expected };
}

export function responsesOf(shown: Responses): Answered['responses'] {
  if (shown.status === 'shown') return shown.value;
  if (shown.status === 'no-data') return 'nobody';
  const code = shown.reason?.code;
  return code === 'too-small' || code === 'protects' ? code : 'not-told';
}
