import { type Instruction, parseContainerfile, type Stage, variablesOf, wordsOf } from './parse-containerfile.ts';

/** What the repository has. */
export interface Repository {
  /** files of a clean clone, by their paths */
  readonly tracked: readonly string[];
  /** what does not go into the build: lines of .containerignore */
  readonly ignored: readonly string[];
  /** the version of Node that everything is tested with */
  readonly node: string;
  /** the version of pnpm that installs it */
  readonly pnpm: string;
  /** of package.json at the top */
  readonly scripts: readonly string[];
  /** names of packages in the workspace, with their folders */
  readonly packages: ReadonlyMap<string, string>;
  /** whether the build makes this file */
  readonly isBuilt: (path: string) => boolean;
}

/** What is wrong with a Containerfile, a line each, as far as it shows without an engine. */
export function checkContainerfile(text: string, repository: Repository): readonly string[] {
  const stages = parseContainerfile(text);
  const last = stages.at(-1);
  if (last === undefined) return ['There is no FROM.'];
  return [
    ...stages.flatMap((stage, at) => [
      ...checkBase(stage, stages.slice(0, at), repository),
      ...stage.instructions.flatMap((one) => checkCopy(one, stages.slice(0, at), repository)),
      ...stage.instructions.flatMap((one) => checkRun(one, repository)),
    ]),
    ...checkUser(last),
    ...checkHealth(last),
    ...checkCommand(last, stages, repository),
  ];
}

/** An image is named by its digest, or by a tag that says every part of the version, the one that is tested with. */
function checkBase({ base, line }: Stage, before: readonly Stage[], { node }: Repository): string[] {
  if (before.some(({ name }) => name === base) || /@sha256:[0-9a-f]{64}$/.test(base)) return [];
  const [, image, tag] = /^(.+?)(?::([^:/]+))?$/.exec(base)!;
  if (tag === undefined || !/^\d+\.\d+\.\d+(?:-|$)/.test(tag)) {
    return [`Line ${line}: ${base} is another image every month; name its whole version or its digest.`];
  }
  const isNode = image!.split('/').at(-1) === 'node';
  return isNode && tag.split('-')[0] !== node
    ? [`Line ${line}: ${base} is not Node ${node}, which everything is tested with.`]
    : [];
}

/** What is copied is in a clean clone and goes into the build, or a step of the stage that it comes from has made it. */
function checkCopy(instruction: Instruction, before: readonly Stage[], repository: Repository): string[] {
  const { name, flags, text, line } = instruction;
  if (name === 'ADD') return [`Line ${line}: ADD unpacks and downloads; COPY is meant.`];
  if (name !== 'COPY') return [];
  const sources = (wordsOf(instruction) ?? text.split(/\s+/)).slice(0, -1);
  const from = flags.get('from');
  if (from === undefined) {
    const sent = repository.tracked.filter((path) => !isIgnored(path, repository.ignored));
    return sources
      .map((source) => source.replace(/^\.\//, '').replace(/\/$/, ''))
      .filter((source) => source !== '.' && !sent.some((path) => path === source || path.startsWith(`${source}/`)))
      .map((source) => `Line ${line}: ${source} is not in a clean clone, or is in .containerignore.`);
  }
  const stage = before.find((one) => one.name === from);
  if (stage === undefined) return [`Line ${line}: there is no stage ${from} before it.`];
  return sources
    .filter((source) => !stage.instructions.some((one) => makes(one, source)))
    .map((source) => `Line ${line}: nothing in the stage ${from} makes ${source}.`);
}

/** Whether an instruction has a path among its words: the last one of a COPY, any of a RUN. */
function makes({ name, text }: Instruction, path: string): boolean {
  const words = text.split(/\s+/);
  return (name === 'RUN' && words.includes(path)) || (name === 'COPY' && words.at(-1) === path);
}

/** The patterns of .containerignore that are used here: a path, and a name or `*` below any folder. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const source = pattern
      .replace(/^\*\*\//, '')
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*');
    return new RegExp(`${pattern.startsWith('**/') ? '(?:^|/)' : '^'}${source}(?:/|$)`).test(path);
  });
}

/** Scripts, packages and tools that a step names are there. */
function checkRun({ name, text, line }: Instruction, { scripts, packages, pnpm }: Repository): string[] {
  if (name !== 'RUN') return [];
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, own]) => own!);
  return [
    ...found(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)
      .filter((script) => !scripts.includes(script))
      .map((script) => `Line ${line}: package.json has no script ${script}.`),
    ...found(/--filter (\S+)/g)
      .filter((own) => !packages.has(own))
      .map((own) => `Line ${line}: the workspace has no package ${own}.`),
    ...found(/\bpnpm@(\S+)/g)
      .filter((version) => version !== pnpm)
      .map((version) => `Line ${line}: pnpm ${version} is not pnpm ${pnpm}, which package.json installs with.`),
  ];
}

function checkUser({ instructions, line }: Stage): string[] {
  const user = instructions.findLast(({ name }) => name === 'USER')?.text;
  if (user === undefined) return [`Line ${line}: without USER the process is root.`];
  return /^(?:root|0)(?::|$)/.test(user) ? [`The process is root: USER ${user}.`] : [];
}

function checkHealth({ instructions, line }: Stage): string[] {
  const check = instructions.findLast(({ name }) => name === 'HEALTHCHECK');
  if (check === undefined) return [`Line ${line}: there is no HEALTHCHECK.`];
  const problems: string[] = [];
  if (!/\/health\b/.test(check.text)) problems.push(`Line ${check.line}: HEALTHCHECK does not ask /health.`);
  const variables = environmentOf(instructions);
  const exposed = instructions.find(({ name }) => name === 'EXPOSE')?.text;
  if (exposed !== variables.get('PORT')) {
    problems.push(`Line ${check.line}: EXPOSE ${exposed} is not PORT=${variables.get('PORT')}.`);
  }
  if (!/process\.env\.PORT\b/.test(check.text) && !check.text.includes(`:${variables.get('PORT')}/`)) {
    problems.push(`Line ${check.line}: HEALTHCHECK asks another port than PORT.`);
  }
  return problems;
}

/** What runs is in the package that was put where it runs. */
function checkCommand(
  { instructions, line }: Stage,
  stages: readonly Stage[],
  { packages, isBuilt }: Repository,
): string[] {
  const command = instructions.findLast(({ name }) => name === 'CMD' || name === 'ENTRYPOINT');
  if (command === undefined) return [`Line ${line}: nothing runs.`];
  const words = wordsOf(command);
  // a shell in between would take the signal that is to stop the process
  if (words === undefined) return [`Line ${command.line}: ${command.name} must be a list of words.`];
  const [, file = ''] = words;
  const steps = stages.flatMap((stage) => stage.instructions.filter(({ name }) => name === 'RUN'));
  const deployed = steps.flatMap(({ text }) => /--filter (\S+) deploy\b/.exec(text)?.[1] ?? []);
  const isThere = deployed.some((name) => isBuilt(`${packages.get(name)}/${file}`));
  return isThere
    ? []
    : [`Line ${command.line}: the build makes no ${file} in ${deployed.join(', ') || 'any package'}.`];
}

/** What ENV sets in a stage. */
export function environmentOf(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  return new Map(instructions.filter(({ name }) => name === 'ENV').flatMap((one) => [...variablesOf(one)]));
}
