import type { FormContent } from '@peerscale/form';
import { formIdOf } from '@peerscale/form/answering';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  FormController,
  type FormControllerOptions,
  type FormHost,
  type FormState,
} from '../session/form-controller.ts';
import { useClientLayoutEffect } from './use-client-layout-effect.ts';

interface Held {
  readonly identity: string;
  readonly controller: FormController;
}

const nothing = (): (() => void) => () => {};

/**
 * The sitting behind a form; null while there is none. Another form, key, way of keeping or endpoint is another sitting;
 * another wording is not.
 *
 * @param host the same object at every render
 */
export function useFormController(
  content: FormContent | null,
  { key, keep, endpoint }: Omit<FormControllerOptions, 'content'>,
  host: FormHost,
): { readonly controller: FormController; readonly state: FormState } | null {
  const [held, hold] = useState<Held | null>(null);
  const identity = content === null ? null : JSON.stringify([formIdOf(content), key, keep, endpoint]);
  let current = held;
  if (content !== null && identity !== null && held?.identity !== identity) {
    current = { identity, controller: new FormController({ content, key, keep, endpoint }, host) };
    hold(current);
  }
  const controller = current?.controller ?? null;
  // after the questions were drawn in the new wording and before anybody can answer them
  useClientLayoutEffect(() => {
    if (content !== null) controller?.show(content);
  }, [controller, content]);
  useEffect(() => controller?.start(), [controller]);
  const read = controller?.read ?? (() => null);
  const state = useSyncExternalStore(controller?.subscribe ?? nothing, read, read);
  return controller === null || state === null ? null : { controller, state };
}
