import type { PlaygroundSettings } from '../playground/settings.ts';

/** From the preview to the playground around it. */
export interface PreviewEvent {
  readonly from: 'peerscale-preview';
  /** `open`: the preview listens now; else an event of the form */
  readonly name: string;
  readonly detail: unknown;
}

/** From the playground to its preview: the form goes on with other settings, and its answers stay. */
export interface PreviewSettings {
  readonly from: 'peerscale-playground';
  readonly settings: PlaygroundSettings;
}

/** The message if this window sent it from this site, else null. */
export function messageFrom<T extends PreviewEvent | PreviewSettings>(
  event: MessageEvent<unknown>,
  sender: Window | null,
  from: T['from'],
): T | null {
  const { data, source, origin } = event;
  if (source !== sender || origin !== location.origin) return null;
  return typeof data === 'object' && data !== null && (data as T).from === from ? (data as T) : null;
}
