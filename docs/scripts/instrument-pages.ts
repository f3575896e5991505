import {
  answersNeeded,
  type Battery,
  batteryPartItems,
  confidenceOf,
  type Instrument,
  itemOf,
  possibleRange,
  type Scale,
  scaleKey,
  type TextPack,
} from '@peerscale/core';
import { batteries, findInstrument, instruments, textPacksOf } from '@peerscale/instruments';

/** Text that stands in a Markdown table or paragraph as it is: no cell ends, no markup, no Vue mustaches. */
function plain(text: string): string {
  return text.replace(/[\\`*{}[\]<>|#]/g, (character) => `&#${character.codePointAt(0)};`).replace(/\s+/g, ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function missingText({ missing, items, parts }: Scale): string {
  const what = parts === undefined ? 'items' : 'parts';
  const k = (parts ?? items).length;
  if (missing.rule === 'person-mean') return `any number answered; the rest by the person's mean`;
  const needed = answersNeeded(missing, k);
  return needed === k ? `all ${k} ${what}` : `at least ${needed} of ${k} ${what}`;
}

function scaleTable(instrument: Instrument): string {
  return table(
    ['scale', 'name', 'a high score means', 'score', 'range', 'needs', 'items, reversed ones with a minus'],
    instrument.scales.map((scale) => {
      const { minimum, maximum } = possibleRange(instrument, scale.id);
      const key = scaleKey(instrument, scale.id).map(({ item, reversed }) => (reversed ? `−${item}` : item));
      const score = [
        scale.method === 'count' ? `count from ${scale.countFrom}` : scale.method,
        scale.parts === undefined ? '' : `of ${scale.parts.join(', ')}`,
        scale.weights === undefined ? '' : 'weighted',
        scale.transform === undefined ? '' : 'as percent of the maximum',
        scale.optional === true ? '(optional, in no total)' : '',
      ];
      return [
        `\`${scale.id}\``,
        plain(scale.name.en),
        plain(scale.highMeans.en),
        score.filter((text) => text !== '').join(' '),
        `${Number(minimum.toFixed(4))} to ${Number(maximum.toFixed(4))}`,
        missingText(scale),
        plain(key.join(', ')),
      ];
    }),
  );
}

function itemTable(instrument: Instrument, packs: readonly TextPack[]): string {
  const [first, second] = ['en', 'cs'].map((locale) => packs.find((pack) => pack.locale === locale));
  if (first === undefined || second === undefined) {
    return table(
      ['no.', 'item', 'our label', 'polarity', 'answers'],
      instrument.items.map(({ number, id, label, polarity, responseScale, scored }) => [
        String(number),
        `\`${id}\``,
        plain(label.en),
        scored === false ? `${polarity}, not scored` : polarity,
        `\`${responseScale}\``,
      ]),
    );
  }
  return table(
    ['no.', 'item', 'English', 'Czech', 'polarity', 'the finding behind it'],
    instrument.items.map(({ number, id, polarity, rationale = '' }) => [
      String(number),
      `\`${id}\``,
      plain(first.items[id] ?? ''),
      plain(second.items[id] ?? ''),
      polarity,
      plain(rationale),
    ]),
  );
}

function responseScales(instrument: Instrument, packs: readonly TextPack[]): string {
  return instrument.responseScales
    .map(({ id, measure, codes, highCodeMeans }) => {
      const labels = packs.map(
        ({ locale, responseScales: scales }) =>
          `${locale}: ${codes.map((code) => `${code} ${plain(scales[id]?.labels[String(code)] ?? '')}`).join(', ')}`,
      );
      const wording = labels.length === 0 ? '' : ` ${labels.join('. ')}.`;
      return `- \`${id}\` (${measure}): ${codes.join(', ')}; a high code means ${highCodeMeans ?? 'nothing stated'}.${wording}`;
    })
    .join('\n');
}

function evidence({ norms = [], bands = [] }: Instrument): string {
  const parts: string[] = [];
  if (norms.length > 0) {
    const rows = norms.map(({ id, scale, sample, n, mean, sd, alpha, source }) => [
      `\`${id}\``,
      `\`${scale}\``,
      plain(sample),
      ...[n, mean, sd, alpha].map((figure) => (figure === undefined ? '' : String(figure))),
      plain(source.citation),
    ]);
    parts.push(
      `## Norms\n\nUsed on request only.\n\n${table(['norm', 'scale', 'sample', 'n', 'mean', 'SD', 'alpha', 'source'], rows)}`,
    );
  }
  if (bands.length > 0) {
    const rows = bands.map(({ id, scale, bands: cuts, caution, source }) => [
      `\`${id}\``,
      `\`${scale}\``,
      cuts.map(({ from, label }) => `${from === null ? 'below' : `from ${from}`}: ${plain(label.en)}`).join('; '),
      plain(caution),
      plain(source.citation),
    ]);
    parts.push(`## Bands\n\nUsed on request only.\n\n${table(['bands', 'scale', 'cuts', 'caution', 'source'], rows)}`);
  }
  return parts.join('\n\n');
}

function page(instrument: Instrument): string {
  const packs = textPacksOf(instrument);
  const { rights, notes = [] } = instrument;
  const names = Object.entries(instrument.name)
    .filter(([locale]) => locale !== 'en')
    .map(([locale, name]) => `${locale}: ${name}`);
  const validation =
    instrument.validation === 'none yet'
      ? '**Validation: none yet.** The items were written for Peerscale; the statistics here are meant to find out.'
      : 'Validation: published, see the sources.';
  return [
    `# ${plain(instrument.name.en)}`,
    `\`${instrument.id}@${instrument.version}\`${names.length > 0 ? ` (${plain(names.join('; '))})` : ''}. Construct: ` +
      `${instrument.construct}. Respondents: ${instrument.respondents ?? 'anyone'}.` +
      `${instrument.family === undefined ? '' : ` Family: ${instrument.family}.`} ${validation}`,
    `From **${plain(instrument.poles.negative.en)}** (negative pole) to **${plain(instrument.poles.positive.en)}** (positive pole).`,
    `## Scales\n\n${scaleTable(instrument)}`,
    `## Answers\n\n${responseScales(instrument, packs)}`,
    `## Items\n\n${itemTable(instrument, packs)}`,
    evidence(instrument),
    notes.length === 0 ? '' : `## Conditions and traps\n\n${notes.map((note) => `- ${plain(note)}`).join('\n')}`,
    `## Rights\n\n- Wording: ${rights.wording === 'included' ? `included (${packs.map(({ locale }) => locale).join(', ')})` : rights.wording === 'text-pack' ? 'not shipped; bring your own text pack' : 'withheld: licensed per use by its holder, no text pack is accepted'}\n` +
      `- Holder: ${plain(rights.holder)}\n- Licence: ${plain(rights.licence)}\n- Terms: ${plain(rights.terms)}\n` +
      `- Commercial use: ${rights.commercialUse}\n- Where the wording is: ${plain(rights.wordingSource)}`,
    `## Sources\n\nConfidence in the key: **${confidenceOf(instrument)}**.\n\n${instrument.sources
      .map(
        ({ citation, doi, supports, confidence, checkedOn }) =>
          `- ${plain(citation)}${doi === undefined ? '' : `, doi:${plain(doi)}`} (${supports.join(', ')}; ${confidence}; checked ${checkedOn})`,
      )
      .join('\n')}`,
  ]
    .filter((section) => section !== '')
    .join('\n\n')
    .concat('\n');
}

function batteryTable(battery: Battery): string {
  const rows = battery.groups.map(({ respondents, parts }) => {
    const asked = parts.map((part) => {
      const instrument = findInstrument(part.instrument, part.version)!;
      const items = batteryPartItems(instrument, part);
      for (const id of items) itemOf(instrument, id);
      return {
        text: `[${part.instrument}](./${part.instrument}) (${part.scales?.join(', ') ?? 'all'})`,
        n: items.length,
      };
    });
    return [respondents, asked.map(({ text }) => text).join('; '), String(asked.reduce((sum, { n }) => sum + n, 0))];
  });
  return `### ${plain(battery.name.en)} (\`${battery.id}@${battery.version}\`)\n\n${plain(battery.purpose.en)} About ${battery.minutes} minutes.\n\n${table(['group', 'asked', 'items'], rows)}`;
}

function indexPage(): string {
  const rows = instruments.map((instrument) => {
    const locales = textPacksOf(instrument).map(({ locale }) => locale);
    return [
      `[${plain(instrument.name.en)}](./${instrument.id})`,
      `\`${instrument.id}@${instrument.version}\``,
      instrument.construct,
      String(instrument.items.length),
      String(instrument.scales.length),
      locales.length > 0
        ? locales.join(', ')
        : instrument.rights.wording === 'withheld'
          ? 'withheld'
          : 'bring a text pack',
      instrument.validation,
      confidenceOf(instrument),
    ];
  });
  return [
    '# Instruments',
    'Generated from the definitions by `npm run instrument-docs`.',
    table(['name', 'id', 'construct', 'items', 'scales', 'wording', 'validation', 'confidence'], rows),
    '## Batteries',
    ...batteries.map(batteryTable),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The generated pages of docs/instruments: file name to text. */
export function instrumentPages(): Record<string, string> {
  return Object.fromEntries([
    ['index.md', indexPage()],
    ...instruments.map((instrument): [string, string] => [`${instrument.id}.md`, page(instrument)]),
  ]);
}
