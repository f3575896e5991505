import { ContentError } from '../content/content-error.ts';

/**
 * The address that records are posted to; null where the host names none and hands over itself.
 *
 * @throws ContentError `endpoint-invalid`: before somebody has answered a form that could not be sent
 */
export function endpointOf(attribute: string | null): string | null {
  if (attribute === null) return null;
  try {
    const { href, protocol } = new URL(attribute, document.baseURI);
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // said below
  }
  throw new ContentError('endpoint-invalid', `${attribute} is no address that answers can be posted to`);
}
