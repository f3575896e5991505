import type { Inline, Text } from '../document/text.ts';
import { html, type Markup } from './markup.ts';

/** Keeps "α = .81" and "[.75, .86]" on one line. */
const unbroken = (words: string): string =>
  words.replaceAll(' = ', '\u00a0=\u00a0').replace(/\[([^\]\s]+) (?=[^\]\s]+\])/g, '[$1\u00a0');

function run(inline: Inline): Markup {
  if (typeof inline === 'string') return html`${unbroken(inline)}`;
  if ('outside' in inline) {
    return inline.lang === undefined
      ? html`<bdi>${inline.outside}</bdi>`
      : html`<bdi lang="${inline.lang}">${inline.outside}</bdi>`;
  }
  if ('emphasis' in inline) return html`<i>${inline.emphasis}</i>`;
  if ('strong' in inline) return html`<strong>${inline.strong}</strong>`;
  if ('code' in inline) return html`<code>${inline.code}</code>`;
  const rel = inline.href.startsWith('#') ? undefined : html` rel="external noreferrer"`;
  return html`<a href="${inline.href}"${rel}>${inline.link}</a>`;
}

/** Runs of text as markup. */
export const inlineHtml = (runs: Text): Markup => html`${runs.map(run)}`;
