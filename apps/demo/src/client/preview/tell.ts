import type { PreviewEvent } from './messages.ts';

/** Tells the playground of an event. What a detail holds besides data, such as a function, is left out. */
export function tell(name: string, detail: unknown): void {
  const message: PreviewEvent = { from: 'peerscale-preview', name, detail: JSON.parse(JSON.stringify(detail ?? null)) };
  parent.postMessage(message, location.origin);
}
