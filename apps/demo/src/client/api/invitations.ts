import { request } from './request.ts';

/** A link for many people, without what opens it. */
export interface InvitationLink {
  readonly id: string;
  readonly kind: 'open' | 'group';
  readonly team: string | null;
  readonly group: string | null;
}

/** Address and QR code of a new link, which are shown once. */
export interface MadeLink {
  readonly link: InvitationLink;
  readonly url: string;
  /** an SVG picture */
  readonly qr: string;
}

const at = (study: string, wave: string) => `/studies/${encodeURIComponent(study)}/waves/${wave}`;

export async function fetchLinks(study: string, wave: string, signal: AbortSignal): Promise<readonly InvitationLink[]> {
  return (await request<{ links: readonly InvitationLink[] }>('GET', `${at(study, wave)}/links`, { signal })).links;
}

export function makeLink(
  study: string,
  wave: string,
  body: { readonly team: string | null; readonly group: string | null },
): Promise<MadeLink> {
  return request('POST', `${at(study, wave)}/links`, { body, once: true });
}

export function endLink(study: string, wave: string, link: string): Promise<void> {
  return request('DELETE', `${at(study, wave)}/links/${link}`);
}

/** Single-use links as a CSV file; they are in this answer and nowhere else. */
export function makeTokens(
  study: string,
  wave: string,
  cells: readonly { readonly team: string; readonly group: string; readonly count: number }[],
): Promise<string> {
  return request('POST', `${at(study, wave)}/tokens`, { body: { cells }, accept: 'text/csv', once: true });
}

/** Ends every single-use link that is not used yet. */
export function endTokens(study: string, wave: string): Promise<void> {
  return request('DELETE', `${at(study, wave)}/tokens`);
}

/**
 * Sends each address a single-use link; addresses are not stored.
 *
 * @returns how many, the places of those that failed, and of those of which the server does not know whether they arrived
 */
export function sendLetters(
  study: string,
  wave: string,
  body: {
    readonly team: string;
    readonly group: string;
    readonly locale: string;
    readonly addresses: readonly string[];
  },
): Promise<{ readonly sent: number; readonly failed: readonly number[]; readonly unsure: readonly number[] }> {
  return request('POST', `${at(study, wave)}/letters`, { body, once: true });
}
