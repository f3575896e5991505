import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailTransport } from './mail-transport.ts';

/** Seconds after which a mail server that says nothing has failed. */
const TIMEOUT = 20_000;

/**
 * Writes each letter into a file of its own, `UUID.eml`, for its owner alone to read, in a folder that is made where
 * there is none. The names say nothing of the order. A file has the address and the link in it: whoever hands the letters
 * on deletes them afterwards.
 */
export function openFileMail(folder: string, from = 'peerscale@localhost'): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send({ to, subject, text }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { message } = await composer.sendMail({ from, to, subject, text, ...PLAIN });
      await writeFile(join(folder, `${randomUUID()}.eml`), message as Buffer, { mode: 0o600, flag: 'wx' });
    },
    close: async () => {},
  };
}

/**
 * Hands letters to a mail server by SMTP.
 *
 * @param url `smtps://user:word@mail.example` or `smtp://…`, which uses STARTTLS where the server offers it
 */
export function openSmtpMail(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT };
  const transport = createTransport(
    { url, pool: true, maxConnections: 4, ...timeouts },
    // nothing of a letter is read from a file or an address
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text, ...PLAIN });
    },
    close: async () => transport.close(),
  };
}

/** Letters that machines wrote: nobody's absence note comes back, and no other address is told of them. */
const PLAIN = {
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

/**
 * The transport that the environment asks for: PEERSCALE_SMTP_URL with PEERSCALE_MAIL_FROM, else files in
 * PEERSCALE_MAIL_FOLDER (default `letters`).
 *
 * @throws RangeError for values that cannot be meant
 */
export function openMail(environment: Readonly<Record<string, string | undefined>>): MailTransport {
  const { PEERSCALE_SMTP_URL: url = '', PEERSCALE_MAIL_FROM: from = '' } = environment;
  if (url === '') return openFileMail(environment.PEERSCALE_MAIL_FOLDER || 'letters', from || undefined);
  if (!/^smtps?:\/\//.test(url) || URL.parse(url) === null) {
    // the address may hold a password, and is therefore not repeated
    throw new RangeError('Unexpected PEERSCALE_SMTP_URL: it is no address that begins with smtp:// or smtps://');
  }
  if (!/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    throw new RangeError(
      `Unexpected PEERSCALE_MAIL_FROM: ${JSON.stringify(from)} is no address such as Ward 3 <survey@ward3.example>`,
    );
  }
  return openSmtpMail(url, from);
}
