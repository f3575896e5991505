import type { FormErrorCode } from '@peerscale/form';

/** Why a form cannot be shown: the person reads it in the form, the host hears of it by `onError`, nobody meets a throw. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code: FormErrorCode;

  /** @param message for developers, in English */
  constructor(code: FormErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
