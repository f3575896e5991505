import {
  CODEBOOK_HELP,
  codebookLanguage,
  codebookOptions,
  codebookTarget,
  writeCodebook,
} from '../codebook/codebook-options.ts';
import { dataSheet } from '../codebook/data-sheet.ts';
import { entriesOf } from '../codebook/instrument-sheet.ts';
import { badInput } from '../failure.ts';
import { describeColumns } from '../input/describe-columns.ts';
import { statedCoding } from '../options/coding-option.ts';
import { mapOption } from '../options/map-option.ts';
import { missingCodesOption } from '../options/missing-codes-option.ts';
import { delimiterOption, pairsOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { pickInstrument } from '../options/pick-instrument.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = {
  instrument: { type: 'string' },
  map: { type: 'string', multiple: true },
  coding: { type: 'string', multiple: true },
  textpack: { type: 'string' },
  delimiter: { type: 'string' },
  'missing-codes': { type: 'string', multiple: true },
  ...codebookOptions,
} as const;

export const codebook: Command = {
  name: 'codebook',
  argument: 'CSV',
  summary: 'what a data file holds, column by column, with the facts of its items',
  help: `peerscale codebook CSV [--instrument ID] [--format csv|html|text] [--out FILE] [options]

Describes every column of a data file: how many values, how many missing, which codes how often; for the items of an
instrument also label, codes, reversal, scales, source and rights. Codes that an item does not have are named, not
refused. Columns of more than 20 different values, or of none twice (names, identifiers), are counted and not listed.

  --instrument ID         whose items the file holds: ID[@VERSION], or the path of an instrument.json
  --map ID=COLUMN,...     the column of an item, where it is not the item's id
  --coding RESPONSESCALE=endorsement|rejection
                          what a high code means in this file, where it is not what the definition says
  --missing-codes -9,99=dont-know
                          further cells that mean "no answer" (empty cells, spaces and NA always do), with the reason
  --delimiter CHARACTER   comma, semicolon, tab or another character; default: found in the header line
${CODEBOOK_HELP}
  --json                  as JSON (schema peerscale/data-codebook@1), nothing else

Example
  peerscale codebook answers.csv --instrument olbi --out codebook.html
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'codebook');
    const file = onlyArgument(positionals, 'codebook', 'a CSV file, or - for standard input');
    const alone = (['map', 'coding', 'textpack', 'locale'] as const).find((option) => values[option] !== undefined);
    if (values.instrument === undefined && alone !== undefined) {
      throw badInput(`codebook: --${alone} belongs to --instrument`);
    }
    const target = await codebookTarget(values, 'codebook', file, context);
    const instrument = values.instrument === undefined ? undefined : await pickInstrument(values.instrument, context);
    const stated = instrument === undefined ? undefined : await statedCoding(values, instrument, context);
    const language =
      instrument === undefined
        ? { locale: 'en', textPack: undefined }
        : codebookLanguage(instrument, values.locale, stated?.textPack);
    const view = { ...language, coding: stated?.coding ?? {} };
    const missingCodes = missingCodesOption(values['missing-codes']);
    const description = await describeColumns(
      {
        file,
        instrument,
        columns: instrument === undefined ? new Map() : mapOption(values.map, instrument, 'all'),
        mapped: new Set(pairsOption(values.map, 'map').map(([id]) => id)),
        missingCodes,
        delimiter: delimiterOption(values.delimiter),
        showsProgress: values.json !== true,
      },
      context,
    );
    if (values.json) {
      const { rows, columns, absent } = description;
      const entries = instrument === undefined ? [] : entriesOf(instrument, view);
      const report = {
        schema: 'peerscale/data-codebook@1',
        input: { file, rows },
        instrument: instrument === undefined ? null : { id: instrument.id, version: instrument.version },
        columns: columns.map((column) => ({
          ...column,
          definition: entries.find(({ kind, variable }) => kind === 'item' && variable === column.item) ?? null,
        })),
        itemsWithoutColumn: absent,
      };
      await context.output.write(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      await writeCodebook(dataSheet(fileLabel(file), description, instrument, view, missingCodes), target, context);
    }
    return 0;
  },
};
