import type { PlaygroundSettings } from '../playground/settings.ts';

/** One way to put the form on a page: shows it with these settings, again and again in the same place. */
export type Door = (place: HTMLElement, settings: PlaygroundSettings) => void | Promise<void>;

/** Answers of the playground are kept apart from those of any other form on this site. */
export function draftKey({ instrument, door }: PlaygroundSettings): string {
  return `playground-${door}-${instrument}`;
}
