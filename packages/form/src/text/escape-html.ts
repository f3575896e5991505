const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand in HTML, between tags and within quoted attributes; control characters show as a replacement mark.
 *
 * @example escapeHtml('R&D <b>') // 'R&amp;D &lt;b&gt;'
 */
export const escapeHtml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
