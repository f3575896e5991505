import { createElementClass } from './create-element-class.ts';

/**
 * Defines the element, once. Importing the package does so by itself where there are custom elements; call this for
 * another name. Where there are none, on a server, nothing happens.
 *
 * @param name with a hyphen, as custom elements have it; default `peerscale-survey`
 * @example definePeerscaleSurvey('team-survey')
 */
export function definePeerscaleSurvey(name = 'peerscale-survey'): void {
  if (typeof customElements === 'undefined' || customElements.get(name) !== undefined) return;
  customElements.define(name, createElementClass());
}
