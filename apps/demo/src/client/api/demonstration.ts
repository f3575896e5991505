import { ApiError } from '../api.ts';
import { request } from './request.ts';

/** The simulated study that this server has to look at; null where it has none. */
export async function fetchDemonstration(signal: AbortSignal): Promise<{ readonly study: string } | null> {
  try {
    return await request<{ study: string }>('GET', '/demonstration', { signal });
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return null;
    throw error;
  }
}
