import { type Instrument, scaleKey } from '@peerscale/core';
import { textPacksOf } from '@peerscale/instruments';
import {
  CODEBOOK_HELP,
  codebookLanguage,
  codebookOptions,
  codebookTarget,
  writeCodebook,
} from '../codebook/codebook-options.ts';
import { entriesOf, instrumentSheet } from '../codebook/instrument-sheet.ts';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { type StatedCoding, statedCoding } from '../options/coding-option.ts';
import { onlyArgument, type ParsedOptions, parseOptions } from '../options/parse-options.ts';
import { pickInstrument } from '../options/pick-instrument.ts';
import { descriptionText, type ScaleKeyOf } from '../print/description-text.ts';
import type { Command } from './command.ts';

const options = {
  coding: { type: 'string', multiple: true },
  textpack: { type: 'string' },
  codebook: { type: 'boolean' },
  ...codebookOptions,
} as const;

type Values = ParsedOptions<typeof options>['values'];

async function describeKey(instrument: Instrument, stated: StatedCoding, json: boolean, context: CommandContext) {
  const keys = instrument.scales.map(
    ({ id }): ScaleKeyOf => ({ scale: id, items: scaleKey(instrument, id, stated.coding) }),
  );
  const locales = textPacksOf(instrument).map(({ locale }) => locale);
  const text = json
    ? `${JSON.stringify({ schema: 'peerscale/description@1', instrument, keys, locales }, null, 2)}\n`
    : descriptionText(instrument, keys, locales, stated);
  await context.output.write(text);
}

async function describeCodebook(instrument: Instrument, stated: StatedCoding, values: Values, context: CommandContext) {
  const target = await codebookTarget(values, 'describe', '-', context);
  const view = { ...codebookLanguage(instrument, values.locale, stated.textPack), coding: stated.coding };
  if (values.json) {
    const { id, version } = instrument;
    const report = {
      schema: 'peerscale/codebook@1',
      instrument: { id, version },
      validation: instrument.validation,
      locale: view.locale,
      variables: entriesOf(instrument, view),
    };
    await context.output.write(`${JSON.stringify(report, null, 2)}\n`);
  } else await writeCodebook(instrumentSheet(instrument, view), target, context);
}

export const describe: Command = {
  name: 'describe',
  argument: 'ID',
  summary: 'an instrument: scales, key, norms, rights, sources; its codebook',
  help: `peerscale describe ID[@VERSION] [--coding RESPONSESCALE=endorsement|rejection] [--json]
peerscale describe ID[@VERSION] --codebook [--format csv|html|text] [--out FILE] [options]

Shows an instrument: how its scales are scored, the key that follows from it, norms and bands (used on request only),
notes, rights and sources. ID is one of "peerscale instruments", or the path of an instrument.json.

  --coding   the key for answers coded the other way than the definition says
  --textpack the key for the coding of a text pack: FILE
  --json     definition and keys as JSON (schema peerscale/description@1), nothing else; with --codebook its variables
             (schema peerscale/codebook@1)

With --codebook: every variable with label, codes, reversal, scales, missing codes, source and rights.
${CODEBOOK_HELP}

Examples
  peerscale describe olbi
  peerscale describe peer-role --codebook --locale cs --out peer-role.html
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'describe');
    const name = onlyArgument(positionals, 'describe', 'an instrument, as peerscale instruments lists them');
    const alone = (['format', 'out', 'force', 'locale'] as const).find((option) => values[option] !== undefined);
    if (!values.codebook && alone !== undefined) throw badInput(`describe: --${alone} belongs to --codebook`);
    const instrument = await pickInstrument(name, context);
    const stated = await statedCoding(values, instrument, context);
    if (values.codebook) await describeCodebook(instrument, stated, values, context);
    else await describeKey(instrument, stated, values.json === true, context);
    return 0;
  },
};
