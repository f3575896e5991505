import { instruments as catalogue, textPacksOf } from '@peerscale/instruments';
import { badInput } from '../failure.ts';
import { parseOptions } from '../options/parse-options.ts';
import { quoted } from '../print/safe-text.ts';
import { numberColumn, textColumn, textTable } from '../print/text-table.ts';
import type { Command } from './command.ts';

const options = { json: { type: 'boolean' } } as const;

/** What the list says of each instrument. */
function summaries() {
  return catalogue.map((instrument) => ({
    id: instrument.id,
    version: instrument.version,
    name: instrument.name,
    construct: instrument.construct,
    validation: instrument.validation,
    items: instrument.items.length,
    scales: instrument.scales.map(({ id }) => id),
    wording: instrument.rights.wording,
    locales: textPacksOf(instrument).map(({ locale }) => locale),
  }));
}

function listText(): string {
  return textTable(
    [
      ...['instrument', 'name'].map(textColumn),
      ...['items', 'scales'].map(numberColumn),
      ...['wording', 'validation'].map(textColumn),
    ],
    summaries().map(({ id, version, name, items, scales, wording, locales, validation }) => [
      `${id}@${version}`,
      name.en,
      String(items),
      String(scales.length),
      locales.length > 0 ? locales.join(', ') : wording === 'withheld' ? 'with its holder' : 'bring a text pack',
      validation,
    ]),
    0,
  );
}

export const instruments: Command = {
  name: 'instruments',
  argument: '',
  summary: 'the instruments that come with Peerscale',
  help: `peerscale instruments [--json]

Lists the instruments that come with Peerscale. "peerscale describe ID" shows one of them.

  --json   as JSON (schema peerscale/instruments@1), nothing else
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'instruments');
    if (positionals[0] !== undefined)
      throw badInput(`instruments: takes no argument; ${quoted(positionals[0])} is one`);
    const text = values.json
      ? `${JSON.stringify({ schema: 'peerscale/instruments@1', instruments: summaries() }, null, 2)}\n`
      : listText();
    await context.output.write(text);
    return 0;
  },
};
