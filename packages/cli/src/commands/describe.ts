import { scaleKey } from '@peerscale/core';
import { textPacksOf } from '@peerscale/instruments';
import { codingOption } from '../options/coding-option.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { pickInstrument } from '../options/pick-instrument.ts';
import { descriptionText, type ScaleKeyOf } from '../print/description-text.ts';
import type { Command } from './command.ts';

const options = { coding: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

export const describe: Command = {
  name: 'describe',
  argument: 'ID',
  summary: 'an instrument: scales, items, the derived key, rights and sources',
  help: `peerscale describe ID[@VERSION] [--coding RESPONSESCALE=endorsement|rejection] [--json]

Shows an instrument with the key that follows from it: which items are reversed on which scale. ID is one of
"peerscale instruments", or the path of an instrument.json.

  --coding   the key for answers coded the other way than the definition says
  --json     definition and keys as JSON (schema peerscale/description@1), nothing else

Example
  peerscale describe olbi
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'describe');
    const name = onlyArgument(positionals, 'describe', 'an instrument, as peerscale instruments lists them');
    const instrument = await pickInstrument(name, context);
    const coding = codingOption(values.coding, instrument);
    const keys = instrument.scales.map(
      ({ id }): ScaleKeyOf => ({ scale: id, items: scaleKey(instrument, id, coding) }),
    );
    const locales = textPacksOf(instrument).map(({ locale }) => locale);
    const text = values.json
      ? `${JSON.stringify({ schema: 'peerscale/description@1', instrument, keys, locales }, null, 2)}\n`
      : descriptionText(instrument, keys, locales, coding);
    await context.output.write(text);
    return 0;
  },
};
