import { batteries, instruments as catalogue, findInstrument, textPacksOf } from '@peerscale/instruments';
import { badInput } from '../failure.ts';
import { parseOptions } from '../options/parse-options.ts';
import { batteryListText, batterySummary } from '../print/battery-list-text.ts';
import { instrumentListText, instrumentSummary } from '../print/instrument-list-text.ts';
import { quoted } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const CLOSING =
  'Confidence is about structure and key; validation is about what the scores mean. peerscale describe ID shows the rest.\n';

const options = { json: { type: 'boolean' } } as const;

export const instruments: Command = {
  name: 'instruments',
  argument: '',
  summary: 'the instruments that come with Peerscale',
  help: `peerscale instruments [--json]

Lists the instruments that come with Peerscale by what they measure: items and scales, who answers, whether the
wording is included and in which languages, how well the key is known, validation, and rights; then the
batteries, which ask several of them in one sitting. "peerscale describe ID" shows an instrument.

  --json   all of it as JSON (schema peerscale/instruments@1), nothing else
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'instruments');
    if (positionals[0] !== undefined)
      throw badInput(`instruments: takes no argument; ${quoted(positionals[0])} is one`);
    const summaries = catalogue.map((instrument) =>
      instrumentSummary(
        instrument,
        textPacksOf(instrument).map(({ locale }) => locale),
      ),
    );
    const ofBatteries = batteries.map((battery) => batterySummary(battery, findInstrument));
    const list = { schema: 'peerscale/instruments@1', instruments: summaries, batteries: ofBatteries };
    const text = values.json
      ? `${JSON.stringify(list, null, 2)}\n`
      : instrumentListText(summaries) + batteryListText(ofBatteries) + CLOSING;
    await context.output.write(text);
    return 0;
  },
};
