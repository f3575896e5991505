export interface Instruction {
  /** in capitals */
  readonly name: string;
  /** such as `from=build` without its dashes */
  readonly flags: ReadonlyMap<string, string>;
  /** what follows, as one line */
  readonly text: string;
  readonly line: number;
}

export interface Stage {
  readonly base: string;
  readonly name: string | undefined;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Containerfile. What stands before the first FROM is not for us: there is no ARG. */
export function parseContainerfile(text: string): readonly Stage[] {
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const { line, text: whole } of logicalLines(text)) {
    const [, name, rest] = /^([A-Za-z]+)\s+(.*)$/.exec(whole) ?? [];
    if (name === undefined) throw new RangeError(`Line ${line} is no instruction: ${whole}`);
    if (name.toUpperCase() === 'FROM') {
      const [, base, as] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest!) ?? [];
      if (base === undefined) throw new RangeError(`Line ${line} names no image: ${whole}`);
      stages.push({ base, name: as, line, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new RangeError(`Line ${line} comes before FROM: ${whole}`);
    stage.instructions.push({ name: name.toUpperCase(), line, ...flagsAndText(rest!) });
  }
  return stages;
}

/** Lines that end in a backslash go on; comments and empty lines are left out, between these too. */
function* logicalLines(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let open: { line: number; text: string } | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const own = raw.trim();
    if (own === '' || own.startsWith('#')) continue;
    open ??= { line: at + 1, text: '' };
    const goesOn = own.endsWith('\\');
    open.text += `${open.text === '' ? '' : ' '}${(goesOn ? own.slice(0, -1) : own).trim()}`;
    if (goesOn) continue;
    yield open;
    open = undefined;
  }
  if (open !== undefined) throw new RangeError(`Line ${open.line} is not ended.`);
}

function flagsAndText(rest: string): Pick<Instruction, 'flags' | 'text'> {
  const flags = new Map<string, string>();
  let text = rest;
  for (let found = /^--([a-z-]+)=(\S+)\s+/.exec(text); found !== null; found = /^--([a-z-]+)=(\S+)\s+/.exec(text)) {
    flags.set(found[1]!, found[2]!);
    text = text.slice(found[0].length);
  }
  return { flags, text };
}

/** The words of an instruction in its form of a list (`["node", "main.js"]`); undefined where it is a line for a shell. */
export function wordsOf({ text }: Pick<Instruction, 'text'>): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  return JSON.parse(text) as string[];
}

/** Names and values of an ENV. */
export function variablesOf({ text }: Pick<Instruction, 'text'>): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([A-Z_][A-Z0-9_]*)=("[^"]*"|\S*)/g)].map(([, name, value]) => [
      name!,
      value!.replace(/^"|"$/g, ''),
    ]),
  );
}
