import { formatPath, type Instrument } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { readJson } from '../input/read-json.ts';
import { type DefinitionCheck, validateDefinition } from '../input/validate-definition.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { pickInstrument } from '../options/pick-instrument.ts';
import { definitionIssueLine, problemLine } from '../print/issue-line.ts';
import { counted } from '../print/number-text.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = { instrument: { type: 'string' }, json: { type: 'boolean' } } as const;

async function check(
  file: string,
  instrument: Instrument | undefined,
  context: CommandContext,
): Promise<DefinitionCheck> {
  const json = await readJson(file, context);
  if (json.success) return validateDefinition(json.value, file, instrument, context);
  const issues = json.problems.map((problem) => ({ code: problem.code, path: [], message: problemLine(problem) }));
  return { what: 'JSON', issues };
}

export const validate: Command = {
  name: 'validate',
  argument: 'FILE',
  summary: 'checks an instrument, a text pack or a battery, every issue at once',
  help: `peerscale validate FILE [--instrument ID] [--json]

Checks an instrument.json, a text pack or a battery, told apart by "format", and lists every issue with its path
into the file. A text pack is checked against --instrument, else against the instrument.json in its folder, else
against the instrument of its id and version that comes with Peerscale; one that "peerscale textpack init" made
is not valid while a place in it is empty. Exit code 0: valid; 2: not valid.

  --instrument   the instrument of a text pack: ID[@VERSION], or the path of an instrument.json
  --json         the result as JSON (schema peerscale/validation@1), nothing else

Example
  peerscale validate my-scale/instrument.json
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'validate');
    const file = onlyArgument(positionals, 'validate', 'an instrument.json or a text pack');
    const instrument = values.instrument === undefined ? undefined : await pickInstrument(values.instrument, context);
    const { what, issues } = await check(file, instrument, context);
    const valid = issues.length === 0;
    if (values.json) {
      const list = issues.map(({ code, path, message }) => ({ code, path: formatPath(path), message }));
      const result = { schema: 'peerscale/validation@1', file, valid, issues: list };
      await context.output.write(`${JSON.stringify(result, null, 2)}\n`);
      return valid ? 0 : 2;
    }
    if (valid) {
      await context.output.write(`${fileLabel(file)}: valid ${what}\n`);
      return 0;
    }
    await context.output.write(issues.map((issue) => `${definitionIssueLine(issue)}\n`).join(''));
    throw badInput(`${fileLabel(file)}: not valid, ${counted(issues.length, 'issue', 'issues')}`);
  },
};
