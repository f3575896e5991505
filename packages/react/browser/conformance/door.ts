import type { AnyRecord } from '@peerscale/form';
import type { ConformanceForm } from './forms.ts';
import type { Step } from './random-steps.ts';

/** A way to put a form on a page, as a person uses it: by the events of native radio buttons, boxes and fields. */
export interface Door {
  /** Puts a form on the page and waits until it can be answered. */
  mount(form: ConformanceForm, locale: string): Promise<void>;
  act(step: Step): Promise<void>;
  /** Presses "Send", and "Send anyway" where it is asked. @returns the record handed over, null where it is not sent */
  send(): Promise<AnyRecord | null>;
  /** Clears the form for the next sequence; begins in a language. */
  clear(locale: string): Promise<void>;
  unmount(): void;
}

/** Lets everything run that is due, drawing excepted. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Waits until something is there. @throws Error after five seconds */
export async function until<Value>(what: string, look: () => Value | null | undefined | false): Promise<Value> {
  const end = performance.now() + 5_000;
  for (;;) {
    const value = look();
    if (value) return value;
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await turn();
  }
}

/** Types a text in place of what is there, as a browser tells of it. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')!.set!.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}
