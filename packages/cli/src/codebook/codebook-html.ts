import { createHash } from 'node:crypto';
import { escapeHtml } from '@peerscale/form';
import type { CodebookSheet, SheetCell, SheetColumn } from './codebook-sheet.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --line: #767680; --band: #f1f1f5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --line: #8f8f99; --band: #232329; } }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--band); }
ul { margin: 0; padding: 0; list-style: none; }
@media print { body { margin: 0; max-width: none; } .table { overflow: visible; } tr { break-inside: avoid; } }
`;

const langOf = (lang: string | undefined): string => (lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`);

function cellContent(cell: SheetCell | undefined): string {
  if (cell === undefined || typeof cell === 'string') return escapeHtml(cell ?? '');
  if (cell.length < 2) return escapeHtml(cell[0] ?? '');
  return `<ul>${cell.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('')}</ul>`;
}

function rowHtml(columns: readonly SheetColumn[], row: CodebookSheet['rows'][number]): string {
  const cells = columns.map(({ id, lang }, i) =>
    i === 0 ? `<th scope="row">${cellContent(row[id])}</th>` : `<td${langOf(lang)}>${cellContent(row[id])}</td>`,
  );
  return `<tr>${cells.join('')}</tr>\n`;
}

/**
 * A codebook as one page that stands alone: no script, no request to anywhere (which its content security policy enforces),
 * light or dark as the reader has it, a table with headings that a screen reader can follow.
 */
export function codebookHtml({ title, facts, columns, rows }: CodebookSheet): string {
  const styleHash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const list = facts.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>\n`);
  const headings = columns.map(({ heading }) => `<th scope="col">${escapeHtml(heading)}</th>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<dl>
${list.join('')}</dl>
<div class="table" role="region" aria-labelledby="variables" tabindex="0">
<table>
<caption id="variables">${rows.length === 1 ? '1 variable' : `${rows.length} variables`}</caption>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(columns, row)).join('')}</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}
