import { request } from './request.ts';

/** How many have answered in a wave, of how many; null where fewer than the threshold, or nothing is known. */
export interface Answered {
  readonly responses: number | null;
  readonly expected: number | null;
}

interface Results {
  readonly participation: {
    readonly expected: number | null;
    readonly responses: { readonly status: string; readonly value?: number };
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
  return { responses: participation.responses.value ?? null, expected: participation.expected };
}
