import * as form from '@peerscale/form';

declare global {
  interface Window {
    /** The built package, for what tests do in the page. */
    form: typeof form;
    /** What a test keeps between two steps. */
    kept: { delivery?: form.Delivery; store?: form.AnswerStore };
  }
}
window.form = form;
window.kept = {};
