import type { FormErrorCode } from '@peerscale/form';

/**
 * Why a form cannot be shown. Made and caught inside of the element: the person reads it in the form, the host hears of
 * it by an `error` event, and neither meets an exception.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code: FormErrorCode;

  /** @param message for developers, in English; what the person reads is the interface's own text for the code */
  constructor(code: FormErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
