import type { SurveyEventDetails } from './peerscale-survey-element.ts';

/**
 * Fires an event that leaves shadow roots and bubbles. `error` does not bubble, as those of `<img>` and `<video>` do not:
 * it would arrive at `window`, where pages listen for mistakes in their own scripts. What a listener throws is the page's,
 * and reported there.
 */
export function emit<Name extends keyof SurveyEventDetails>(
  host: HTMLElement,
  name: Name,
  detail: SurveyEventDetails[Name],
): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: name !== 'error', composed: true }));
}
