const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Cells of a correlation table: the more of the colour, the stronger; both colours are light enough for the ink at full. */
const shades = TENTHS.map(
  (tenth) => `.p${tenth} { background: color-mix(in srgb, var(--positive) ${10 * tenth}%, var(--paper)); }
.m${tenth} { background: color-mix(in srgb, var(--negative) ${10 * tenth}%, var(--paper)); }
`,
).join('');

/** The look of a report. Fonts are the reader's own; nothing is loaded. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c1c21; --soft: #4a4a55; --paper: #ffffff; --line: #c9c9d2; --band: #f3f4f7; --link: #0a4a8f;
  --bar: #3b78b4; --positive: #7db3e6; --negative: #f0a860; --caution: #fff4dc; --caution-line: #b97700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ececf1; --soft: #bcbcc8; --paper: #17171b; --line: #4a4a55; --band: #222228; --link: #9ecbff;
    --bar: #6ba5d6; --positive: #1d4f8a; --negative: #764000; --caution: #33280f; --caution-line: #d79a2b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.75rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: 0.5rem; }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); margin: 0 0 0.4rem; }
h2 { font-size: 1.45rem; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
.subtitle { margin: 0 0 0.9rem; color: var(--soft); }
p { margin: 0 0 0.9rem; max-width: 44rem; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 16rem; column-gap: 2rem; }
nav a { display: block; padding: 0.3rem 0; min-height: 2rem; }
dl { margin: 0 0 1rem; }
dl > div { display: grid; grid-template-columns: minmax(9rem, 13rem) minmax(0, 1fr); gap: 0 1.25rem; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; max-width: 44rem; }
.list { margin: 0 0 1rem; padding-left: 1.25rem; max-width: 46rem; }
.list li { margin-bottom: 0.4rem; }
.notes { margin: 1rem 0; padding: 0.8rem 1rem; border-left: 4px solid var(--line); background: var(--band); max-width: 46rem; }
.notes.warning { border-color: var(--caution-line); background: var(--caution); }
.notes .title { font-weight: 600; margin: 0 0 0.25rem; }
.notes ul { margin: 0; padding: 0; list-style: none; }
.notes li + li { margin-top: 0.5rem; }
blockquote { margin: 1.25rem 0; padding: 0.2rem 0 0.2rem 1.1rem; border-left: 4px solid var(--bar); font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif; font-size: 1.06rem; }
blockquote p { margin: 0; }
.table { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; border-bottom: 2px solid var(--ink); }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0 0.5rem; font-size: 0.9375rem; }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(44rem, calc(100vw - 2.5rem)); }
th, td { padding: 0.35rem 0.5rem; vertical-align: top; text-align: left; }
thead th { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 8.5rem; position: sticky; left: 0; background: var(--paper); }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.dense { font-size: 0.75rem; }
.dense th, .dense td { padding: 0.2rem 0.25rem; }
${shades}figure { margin: 0 0 1rem; max-width: 46rem; }
figcaption { color: var(--soft); font-size: 0.9375rem; margin-bottom: 0.6rem; }
svg { display: block; }
svg text { font: 600 0.75rem system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
.histogram text { fill: var(--ink); font-weight: 400; font-size: 0.8125rem; }
.histogram .count { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.histogram .mark { font-weight: 600; }
.histogram .bar { fill: var(--bar); stroke: var(--paper); stroke-width: 1; }
.grid { stroke: var(--line); }
.base, .tick { stroke: var(--ink); }
.mean { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 4; }
.whole { fill: var(--band); }
.stack rect { stroke: var(--paper); stroke-width: 1; }
.bars, .key { list-style: none; margin: 0; padding: 0; }
.bars li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-bottom: 0.75rem; font-size: 0.875rem; }
.bars svg { flex: 1 0 100%; margin-top: 0.2rem; }
.plain li { margin-bottom: 0.5rem; }
.intervals li { margin-bottom: 0.4rem; }
.intervals .range { stroke: var(--ink); stroke-width: 2; }
.intervals .point, .key .point, .waves .point { fill: var(--bar); stroke: var(--ink); }
.intervals .beside, .key .beside { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.intervals .filled, .key .filled { fill: var(--bar); }
.intervals .reference, .key .reference { stroke: var(--ink); stroke-dasharray: 3 3; }
.axis svg { overflow: visible; }
.axis text, .waves text { fill: var(--ink); font-weight: 400; font-size: 0.8125rem; }
.waves .range { stroke: var(--ink); stroke-width: 2; }
.waves .way { stroke: var(--bar); stroke-width: 3; }
.waves .label { font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.grid-picture { aspect-ratio: 1; height: auto; max-width: 27rem; }
.grid-picture text { font-size: 0.8125rem; }
.grid-picture text:not(.label) { fill: var(--ink); font-weight: 400; }
.grid-picture .label { paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
.grid-picture .blank, .key .blank { fill: var(--band); stroke: var(--line); }
.grid-picture .square { stroke: var(--paper); stroke-width: 1; }
.grid-picture .under { stroke: var(--paper); stroke-width: 4; }
.diagonal, .band { stroke: var(--ink); stroke-width: 1.5; }
.band { stroke-dasharray: 5 4; }
.aside { color: var(--soft); font-variant-numeric: tabular-nums; }
.key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin-bottom: 0.9rem; font-size: 0.875rem; }
.key li { display: flex; align-items: center; gap: 0.4rem; }
.swatch { flex: none; outline: 1px solid var(--line); }
details { margin: 0 0 1.25rem; }
summary { cursor: pointer; padding: 0.5rem 0; color: var(--link); }
pre { padding: 0.8rem 1rem; background: var(--band); overflow-x: auto; font-size: 0.875rem; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.75rem; color: var(--soft); font-size: 0.875rem; }
@media (max-width: 40rem) {
  dl > div { grid-template-columns: minmax(0, 1fr); }
  .histogram .wide { display: none; }
  .grid-picture .small { font-size: 0.625rem; }
  body { padding: 1rem 1rem 2rem; }
}
@media (min-width: 40.01rem) {
  .plain li { display: grid; grid-template-columns: minmax(0, 20rem) minmax(8rem, 1fr) 6.5rem; align-items: center; margin-bottom: 0.25rem; }
  .plain.intervals li { grid-template-columns: minmax(0, 14rem) minmax(8rem, 1fr) 10rem; margin-bottom: 0; }
  .plain svg { grid-column: 2; grid-row: 1; margin: 0; }
  .plain .aside { grid-column: 3; text-align: right; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; }
  :root {
    --ink: #000000; --soft: #333333; --paper: #ffffff; --line: #bbbbbb; --band: #f3f4f7; --link: #000000;
    --bar: #3b78b4; --positive: #7db3e6; --negative: #f0a860; --caution: #fff4dc; --caution-line: #b97700;
  }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .skip, details:not([open]) { display: none; }
  a { text-decoration: none; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, dl > div, .notes, blockquote, .bars li, .histogram, .waves, .grid-picture { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  .short { break-inside: avoid; }
  table { font-size: 8pt; }
  th, td { padding: 0.8mm 1.2mm; }
  tbody th { min-width: 0; position: static; }
  .dense { font-size: 6pt; }
  .dense th, .dense td { padding: 0.4mm 0.5mm; }
  p, dd, .list, .notes, figure, caption span { max-width: none; }
  .plain li { display: grid; grid-template-columns: minmax(0, 20rem) minmax(8rem, 1fr) 6.5rem; }
  .plain.intervals li { grid-template-columns: minmax(0, 12rem) minmax(8rem, 1fr) 10rem; margin-bottom: 0; }
  .plain svg { grid-column: 2; grid-row: 1; }
  .plain .aside { grid-column: 3; text-align: right; }
  svg rect, td, .notes, .notes *, thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
