import { resolve } from 'node:path';
import { ownOrigin } from '../access/own-origin.ts';
import type { MailTransport } from '../invitations/mail-transport.ts';
import { openMail } from '../invitations/open-mail.ts';
import { isPostgresAddress } from '../store/open-store.ts';
import { DEFAULT_LETTER_HOUR, isTimeZone, type LetterHour } from '../studies/staff-letters/letter-hour.ts';

/** What a server is told by its environment. */
export interface ServerSettings {
  /** absolute path of an SQLite file, `:memory:`, or `postgres://…` */
  readonly database: string;
  readonly host: string;
  /** 0 asks the operating system for any free port */
  readonly port: number;
  /** the address of the pages as people know it; undefined: http://localhost and the port that was found */
  readonly origin: string | undefined;
  /** how many reverse proxies stand before the server */
  readonly proxies: number;
  /** what `/metrics` may be read with from elsewhere than this machine; undefined: from this machine only */
  readonly metricsToken: string | undefined;
  readonly log: 'text' | 'json';
  /** absolute path of the folder that letters are written to; undefined where a mail server takes them */
  readonly mailFolder: string | undefined;
  /** from when on letters to staff leave */
  readonly letterHour: LetterHour;
  openMail(): MailTransport;
}

export type CheckedSettings<Settings> =
  | { readonly success: true; readonly value: Settings }
  | { readonly success: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** So long that nobody guesses it. */
const SHORTEST_TOKEN = 16;

/**
 * Reads the settings of a server from environment variables, and reports every one that cannot be meant, a line each.
 * The empty text counts as not set, except where it cannot be meant. Which there are: docs/operations.md.
 */
export function readServerSettings(
  environment: Environment,
  currentDirectory: string,
): CheckedSettings<ServerSettings> {
  const problems: string[] = [];
  const { PORT = '4173', HOST = '127.0.0.1', LOG = 'text' } = environment;
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : Number.NaN;
  if (!(port <= 65_535)) problems.push(`PORT must be a whole number from 0 to 65535, not ${quoted(PORT)}.`);
  if (!/^[A-Za-z0-9.:_-]+$/.test(HOST)) {
    problems.push(`HOST must be a host name or an IP address without brackets, not ${quoted(HOST)}.`);
  }
  if (LOG !== 'text' && LOG !== 'json') problems.push(`LOG must be text or json, not ${quoted(LOG)}.`);
  const origin = readOrigin(environment.PUBLIC_ORIGIN || undefined, problems);
  const proxies = readProxies(environment.PROXIES || '0', problems);
  const database = readDatabase(environment, currentDirectory, problems);
  const metricsToken = environment.METRICS_TOKEN || undefined;
  if (metricsToken !== undefined && !/^[\x21-\x7e]+$/.test(metricsToken)) {
    // never repeated: it is a secret
    problems.push('METRICS_TOKEN must be made of printable ASCII characters without spaces.');
  } else if (metricsToken !== undefined && metricsToken.length < SHORTEST_TOKEN) {
    problems.push(`METRICS_TOKEN must have at least ${SHORTEST_TOKEN} characters.`);
  }
  const letterHour = readLetterHour(environment, problems);
  const mailFolder = resolve(currentDirectory, environment.PEERSCALE_MAIL_FOLDER || 'data/mail');
  const openIt = () => openMail({ ...environment, PEERSCALE_MAIL_FOLDER: mailFolder });
  try {
    // made and let go of: nothing is connected before the first letter
    void openIt().close();
  } catch (error) {
    problems.push(`${(error as Error).message.replace(/^Unexpected /, '').replace(/\.?$/, '.')}`);
  }
  if (problems.length > 0) return { success: false, problems };
  return {
    success: true,
    value: {
      database,
      host: HOST,
      port,
      origin,
      proxies,
      metricsToken,
      log: LOG as ServerSettings['log'],
      mailFolder: environment.PEERSCALE_SMTP_URL ? undefined : mailFolder,
      letterHour,
      openMail: openIt,
    },
  };
}

function readOrigin(address: string | undefined, problems: string[]): string | undefined {
  if (address === undefined) return undefined;
  try {
    return ownOrigin(address).origin;
  } catch (error) {
    problems.push(`PUBLIC_ORIGIN: ${(error as Error).message.replace(/^Unexpected origin: /, '')}.`);
    return undefined;
  }
}

function readProxies(text: string, problems: string[]): number {
  if (/^\d$/.test(text)) return Number(text);
  problems.push(`PROXIES must be a whole number from 0 to 9, not ${quoted(text)}.`);
  return 0;
}

function readLetterHour(environment: Environment, problems: string[]): LetterHour {
  const from = environment.PEERSCALE_LETTERS_FROM || DEFAULT_LETTER_HOUR.from;
  const timeZone = environment.PEERSCALE_TIME_ZONE || DEFAULT_LETTER_HOUR.timeZone;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(from)) {
    problems.push(`PEERSCALE_LETTERS_FROM must be a time from 00:00 to 23:59, such as 07:00, not ${quoted(from)}.`);
  }
  if (!isTimeZone(timeZone)) {
    problems.push(
      `PEERSCALE_TIME_ZONE must be the name of a time zone, such as Europe/Prague, not ${quoted(timeZone)}.`,
    );
  }
  return { from, timeZone };
}

/** DATABASE_URL, or PEERSCALE_DATABASE, which is an older name for a path. */
function readDatabase(environment: Environment, currentDirectory: string, problems: string[]): string {
  const { DATABASE_URL, PEERSCALE_DATABASE } = environment;
  const [name, address] =
    DATABASE_URL === undefined || DATABASE_URL === ''
      ? (['PEERSCALE_DATABASE', PEERSCALE_DATABASE ?? 'data/peerscale.sqlite'] as const)
      : (['DATABASE_URL', DATABASE_URL] as const);
  if (name === 'DATABASE_URL' && PEERSCALE_DATABASE !== undefined) {
    problems.push('Set DATABASE_URL or PEERSCALE_DATABASE, not both: they are two names for one thing.');
  }
  if (isPostgresAddress(address)) {
    if (URL.canParse(address)) return address;
    // it may hold a password
    problems.push(`${name} begins like the address of a PostgreSQL database and is none.`);
    return address;
  }
  if (address.trim() === '' || address.includes('\0')) {
    problems.push(`${name} must be the path of a file or begin with postgres://, not ${quoted(address)}.`);
  } else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const scheme = address.slice(0, address.indexOf(':'));
    problems.push(`${name} must be the path of a file or begin with postgres://, not with ${scheme}://.`);
  }
  // SQLite's own name for a database that ends with the process
  return address === ':memory:' ? address : resolve(currentDirectory, address);
}

const quoted = (text: string) => JSON.stringify(text);
