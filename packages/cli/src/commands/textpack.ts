import { blankTextPack } from '@peerscale/core';
import { findTextPack } from '@peerscale/instruments';
import { badInput } from '../failure.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { pickInstrument } from '../options/pick-instrument.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { definitionIssueLine } from '../print/issue-line.ts';
import { counted } from '../print/number-text.ts';
import { fileLabel, quoted, safeText } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = {
  locale: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const textpack: Command = {
  name: 'textpack',
  argument: 'init ID',
  summary: 'a text pack to fill in: the wording of an instrument, with its rights',
  help: `peerscale textpack init ID[@VERSION] --locale en [--out FILE] [--force]

Writes a text pack to fill in, for an instrument whose wording you may use and Peerscale does not ship: a place for
every item text and option label, for whoever holds the rights and the licence you have, and the coding of the
definition. Our short label of every item stands under "hints", which is no wording and may stay. "peerscale validate
FILE" names what is still empty. Then: peerscale score answers.csv --instrument ID --textpack FILE.

  --locale   language of the wording, as a BCP 47 tag: en, cs, de-AT
  --out      default ID.text.LOCALE.json
  --force    lets --out replace a file
  --json     the pack on standard output, nothing else; no file is written

Example
  peerscale textpack init olbi --locale en
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'textpack');
    const [action, ...rest] = positionals;
    if (action !== 'init') {
      const got = action === undefined ? '' : `; ${quoted(action)} is something else`;
      throw badInput(`textpack: say init and an instrument: peerscale textpack init olbi --locale en${got}`);
    }
    const name = onlyArgument(rest, 'textpack init', 'an instrument, as peerscale instruments lists them');
    const { locale, force = false, json = false } = values;
    if (locale === undefined) throw badInput('textpack init: name the language of the wording: --locale en');
    if (json && (values.out !== undefined || force)) throw badInput('textpack init: --json writes no file');
    const instrument = await pickInstrument(name, context);
    const made = blankTextPack(instrument, locale);
    if (!made.success) {
      throw badInput(...made.issues.map((issue) => `${safeText(name)}: ${definitionIssueLine(issue)}`));
    }
    const text = `${JSON.stringify(made.value, null, 2)}\n`;
    if (json) {
      await context.output.write(text);
      return 0;
    }
    const out = values.out ?? `${instrument.id}.text.${locale}.json`;
    await checkNewFile(out, '-', context.cwd, force);
    await writeNewFile(out, [text], context.cwd, force);
    const { items, rights } = instrument;
    const shipped = findTextPack(instrument, locale);
    const lines = [
      `${fileLabel(out)}: ${counted(items.length, 'item text', 'item texts')} to fill in; then: peerscale validate ${fileLabel(out)}`,
      ...(shipped === undefined ? [] : [`Its wording in ${locale} comes with Peerscale already.`]),
      '',
      `rights          ${rights.holder}; ${rights.licence}`,
      `terms           ${rights.terms}`,
      `wording is in   ${rights.wordingSource}`,
      `commercial use  ${rights.commercialUse}`,
    ];
    await context.output.write(lines.map((line) => `${safeText(line, 2000)}\n`).join(''));
    return 0;
  },
};
