/** `<peerscale-survey>`: a Peerscale instrument as an accessible form on any page, without a framework. */
import { definePeerscaleSurvey } from './define.ts';
import type { PeerscaleSurveyElement } from './peerscale-survey-element.ts';

export type { AnyRecord } from '@peerscale/form';
export type { SurveyBundle } from './content/survey-bundle.ts';
export { definePeerscaleSurvey } from './define.ts';
export type { PeerscaleSurveyElement, SubmitDetail, SurveyEventDetails } from './peerscale-survey-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'peerscale-survey': PeerscaleSurveyElement;
  }
}

definePeerscaleSurvey();
