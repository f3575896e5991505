import type { FormContent } from '@peerscale/form';
import { formIdOf } from '@peerscale/form';

/**
 * What keeps the answers of one form apart from those of others on the same origin. Without a key of the host's: the page,
 * the element's id, and the form itself; two elements for two people need keys, or ids, of their own.
 */
export function draftKeyOf(own: string | null, host: Element, content: FormContent): string {
  return own ?? [location.pathname, host.id, formIdOf(content)].join(' ');
}
