import type { PlanText } from '@peerscale/form';
import { request } from './request.ts';
import { type ReceivedFile, requestFile } from './request-file.ts';
import type { Wave } from './studies.ts';

const at = (id: string) => `/studies/${encodeURIComponent(id)}`;

/** A questionnaire that can be exported, and the closed waves in which it was asked. */
export interface Exportable {
  readonly id: string;
  readonly version: string;
  readonly name: PlanText;
  readonly waves: readonly Pick<Wave, 'number' | 'name'>[];
}

export async function fetchExportable(study: string, signal: AbortSignal): Promise<readonly Exportable[]> {
  const path = `${at(study)}/exports`;
  return (await request<{ instruments: readonly Exportable[] }>('GET', path, { signal })).instruments;
}

export interface ExportChoice {
  readonly format: string;
  /** id@version */
  readonly instrument: string;
  /** number of a wave; all that are closed where there is none */
  readonly wave: number | null;
  /** language of labels */
  readonly locale: string;
}

/** Where a file for analysts is, below the API's address. */
export function exportPath(study: string, { format, instrument, wave, locale }: ExportChoice): string {
  const query = new URLSearchParams({ instrument, locale });
  if (wave !== null) query.set('wave', String(wave));
  return `${at(study)}/exports/${format}?${query}`;
}

/** A file for analysts. @param onReceived told how many bytes have come so far */
export function fetchExport(
  study: string,
  choice: ExportChoice,
  signal: AbortSignal,
  onReceived: (bytes: number) => void,
): Promise<ReceivedFile> {
  return requestFile(exportPath(study, choice), signal, onReceived);
}
