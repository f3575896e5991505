import { createHash } from 'node:crypto';
import type { ReportDocument, Section } from '../document/document.ts';
import { plain } from '../document/text.ts';
import { blockHtml } from './block-html.ts';
import { inlineHtml } from './inline-html.ts';
import { html, Markup } from './markup.ts';
import { STYLE } from './style.ts';

const TOP = 2;
const DEEPEST = 6;

function sectionHtml(section: Section, level: number): Markup {
  const { id, heading, blocks, sections = [] } = section;
  const tag = new Markup(`h${Math.min(DEEPEST, level)}`);
  // sections within a section are no landmarks: there would be too many to find anything
  const label = level === TOP ? html` aria-labelledby="${id}-heading"` : undefined;
  return html`<section id="${id}"${label}>
<${tag} id="${id}-heading">${inlineHtml(heading)}</${tag}>
${blocks.map((block, i) => blockHtml(block, `${id}-block-${i + 1}`))}${sections.map((inner) => sectionHtml(inner, level + 1))}</section>
`;
}

/**
 * A report as one page that stands alone: no script, no request to anywhere (which its content security policy enforces),
 * light or dark as the reader has it, for a phone, a desk and paper.
 */
export function reportHtml(report: ReportDocument): string {
  const styleHash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const { language, title, subtitle, skipLink, contents, sections, footer, standsAlone, generator } = report;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<title>${plain(title)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${skipLink}</a>
<header>
<h1>${inlineHtml(title)}</h1>
<p class="subtitle">${inlineHtml(subtitle)}</p>
</header>
<nav aria-label="${contents}">
<ol>
${sections.map(
  ({ id, heading }) => html`<li><a href="#${id}">${inlineHtml(heading)}</a></li>
`,
)}</ol>
</nav>
<main id="content" tabindex="-1">
${sections.map((section) => sectionHtml(section, TOP))}</main>
<footer>
<p>${inlineHtml(footer)} ${standsAlone}</p>
</footer>
</body>
</html>
`.source;
}
