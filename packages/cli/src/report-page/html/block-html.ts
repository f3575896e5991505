import type { Bars, Block, Grid, Histogram, Intervals, Waves } from '../document/document.ts';
import { plain } from '../document/text.ts';
import { barPicture } from '../pictures/bar-picture.ts';
import { gridKey, gridPicture } from '../pictures/grid-picture.ts';
import { histogramPicture } from '../pictures/histogram-picture.ts';
import { intervalAxis, intervalKey, intervalPicture } from '../pictures/interval-picture.ts';
import { sequentialColour } from '../pictures/sequential-colour.ts';
import { wavesPicture } from '../pictures/waves-picture.ts';
import { inlineHtml } from './inline-html.ts';
import { html, type Markup } from './markup.ts';
import { tableHtml } from './table-html.ts';

function histogramHtml(block: Histogram, id: string): Markup {
  return html`<figure>
${histogramPicture(block, plain(block.caption), id)}<figcaption>${inlineHtml(block.caption)}</figcaption>
</figure>
<details><summary>${block.tableName}</summary>
${tableHtml(block.table)}</details>
`;
}

const swatch = (shade: number): Markup =>
  html`<svg class="swatch" aria-hidden="true" width="14" height="14"><rect width="14" height="14" fill="${sequentialColour(shade).fill}"/></svg>`;

function gridHtml(block: Grid, id: string): Markup {
  const { caption, key, band, table, tableName } = block;
  const signs = [
    ...key.shades.map(({ shade, name }) => html`<li>${swatch(shade)} <span>${name}</span></li>`),
    html`<li>${gridKey('blank')} <span>${key.blank}</span></li>`,
    html`<li>${gridKey('diagonal')} <span>${key.diagonal}</span></li>`,
    band === null ? undefined : html`<li>${gridKey('band')} <span>${key.band}</span></li>`,
  ];
  return html`<figure>
<figcaption>${inlineHtml(caption)}</figcaption>
<ul class="key">${signs}</ul>
${gridPicture(block, plain(caption), id)}</figure>
<details><summary>${tableName}</summary>
${tableHtml(table)}</details>
`;
}

function barsHtml({ caption, key, rows }: Bars, id: string): Markup {
  const keyList =
    key.length === 0
      ? undefined
      : html`<ul class="key">${key.map(({ shade, name }) => html`<li>${swatch(shade)} <span>${inlineHtml(name)}</span></li>`)}</ul>
`;
  const bars = rows.map(
    (
      { name, note, parts, title },
      i,
    ) => html`<li><span class="name">${inlineHtml(name)}</span> <span class="aside">${note}</span>
${barPicture(parts, title, `${id}-${i + 1}`)}</li>
`,
  );
  return html`<figure>
<figcaption>${inlineHtml(caption)}</figcaption>
${keyList}<ul class="bars${key.length === 0 ? ' plain' : ''}">
${bars}</ul>
</figure>
`;
}

function intervalsHtml(block: Intervals, id: string): Markup {
  const { caption, rows, key, style, axis, table, tableName } = block;
  const signs = [
    html`<li>${intervalKey(style)} <span>${key.value}</span></li>`,
    key.beside === null ? undefined : html`<li>${intervalKey('beside')} <span>${key.beside}</span></li>`,
    axis.reference === null
      ? undefined
      : html`<li>${intervalKey('reference')} <span>${axis.reference.name}</span></li>`,
  ];
  const drawn = rows.map(
    (row, i) => html`<li><span class="name">${inlineHtml(row.name)}</span> <span class="aside">${row.note}</span>
${intervalPicture(block, row, `${id}-${i + 1}`)}</li>
`,
  );
  return html`<figure>
<figcaption>${inlineHtml(caption)}</figcaption>
<ul class="key">${signs}</ul>
<ul class="bars plain intervals">
${drawn}<li class="axis" aria-hidden="true"><span class="name"></span> <span class="aside"></span>
${intervalAxis(block)}</li>
</ul>
</figure>
<details><summary>${tableName}</summary>
${tableHtml(table)}</details>
`;
}

const wavesHtml = (block: Waves, id: string): Markup => html`<figure>
${wavesPicture(block, id)}<figcaption>${inlineHtml(block.caption)}</figcaption>
</figure>
`;

/**
 * One block of a report as markup.
 *
 * @param id unique in the page, for what the block itself has to name
 */
export function blockHtml(block: Block, id: string): Markup {
  switch (block.kind) {
    case 'paragraph':
      return block.tone === 'quotation'
        ? html`<blockquote><p>${inlineHtml(block.text)}</p></blockquote>
`
        : html`<p>${inlineHtml(block.text)}</p>
`;
    case 'facts': {
      const entries = block.entries.map(
        ([name, fact]) => html`<div><dt>${inlineHtml(name)}</dt><dd>${inlineHtml(fact)}</dd></div>
`,
      );
      return html`<dl>
${entries}</dl>
`;
    }
    case 'list':
      return html`<ul class="list">
${block.items.map(
  (item) => html`<li>${inlineHtml(item)}</li>
`,
)}</ul>
`;
    case 'notes':
      return html`<div class="notes ${block.tone}"><p class="title">${block.title}</p>
<ul>${block.items.map((item) => html`<li>${inlineHtml(item)}</li>`)}</ul></div>
`;
    case 'command':
      return html`<pre tabindex="0"><code>${block.command}</code></pre>
`;
    case 'table':
      return tableHtml(block.table);
    case 'histogram':
      return histogramHtml(block, id);
    case 'bars':
      return barsHtml(block, id);
    case 'intervals':
      return intervalsHtml(block, id);
    case 'grid':
      return gridHtml(block, id);
    case 'waves':
      return wavesHtml(block, id);
  }
}
