/** What a line of the log may say beside its event; never anything that a request brought along. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  /** What happened: `event` for programs, `text` for people. */
  say(event: string, text: string, fields?: LogFields): void;
  /** The same for what went wrong. */
  complain(event: string, text: string, fields?: LogFields): void;
  /** One request, as programs read it; nothing where people read the log. */
  request(fields: LogFields): void;
}

export interface LogOptions {
  /** `text` for a terminal, `json` for one object a line */
  readonly format: 'text' | 'json';
  /** where lines go, each with its end; standard output by default */
  readonly out?: (line: string) => void;
  /** where text that tells of failures goes; standard error by default */
  readonly error?: (line: string) => void;
  readonly now?: () => Date;
}

/** The log of a server: lines for people, or one JSON object a line with `time`, `level` and `event`. */
export function openLog({
  format,
  out = (line) => void process.stdout.write(line),
  error = (line) => void process.stderr.write(line),
  now = () => new Date(),
}: LogOptions): Log {
  if (format === 'text') {
    const line = (text: string) => `${text.replaceAll(/\s*\n\s*/g, ' ')}\n`;
    return { say: (_, text) => out(line(text)), complain: (_, text) => error(line(text)), request: () => {} };
  }
  const write = (level: 'info' | 'error', event: string, fields: LogFields) =>
    out(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
  return {
    say: (event, text, fields = {}) => write('info', event, { text, ...fields }),
    complain: (event, text, fields = {}) => write('error', event, { text, ...fields }),
    request: (fields) => write('info', 'request', fields),
  };
}
