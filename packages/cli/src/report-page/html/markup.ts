import { escapeHtml } from '@peerscale/form';
import { plainText } from '../document/plain-text.ts';

/** Text that is markup already; only `html` makes it, so that nothing gets into a page unescaped. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(plainText(String(part)));
  return part.map(written).join('');
}

/**
 * Markup with values in it; a string is escaped, for text and for quoted attributes alike, and made harmless (`plainText`).
 *
 * @example html`<p title="${'"'}">${'<b>'}</p>`.source // '<p title="&quot;">&lt;b&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((own, i) => own + written(parts[i])).join(''));
}
