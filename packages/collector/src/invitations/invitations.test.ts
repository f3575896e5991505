import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { invitationLetter } from './invitation-letter.ts';
import { openFileMail, openMail, openSmtpMail } from './open-mail.ts';
import { qrSvg } from './qr-svg.ts';
import { tokensCsv } from './tokens-csv.ts';
import { waveCalendar } from './wave-calendar.ts';

const URL = `https://survey.ward3.example/answer#${'Ab3_'.repeat(10)}AbA`;
const study = {
  title: { en: 'Tea on the ward', cs: 'Čaj na oddělení' },
  minimumGroupSize: 5,
  helpContacts: { text: { en: 'Call 116 123.', cs: 'Volejte 116 123.' } },
};
const wave = {
  id: '5f0f2d3a-8d1c-4d5e-9f00-112233445566',
  number: 1,
  name: 'Autumn',
  opensOn: '2026-11-20',
  closesOn: '2026-12-04',
  reminders: ['2026-11-27', '2026-12-03'],
  state: 'open' as const,
};

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'peerscale-letters-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'letters');
}

test('a letter in a file: for its owner alone, in the language wanted, with the link in one piece', async () => {
  const path = folder();
  const mail = openFileMail(path, 'Ward 3 <survey@ward3.example>');
  await mail.send(invitationLetter('eve@ward3.example', URL, 'cs', study, wave));
  await mail.close();
  const [name = '', ...more] = readdirSync(path);
  expect(more).toEqual([]);
  expect(name).toMatch(/^[0-9a-f-]{36}\.eml$/);
  expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  const text = readFileSync(join(path, name), 'utf8');
  expect(text).toMatch(/^From: Ward 3 <survey@ward3\.example>\r$/m);
  expect(text).toMatch(/^To: eve@ward3\.example\r$/m);
  expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  const body = text.slice(text.indexOf('\r\n\r\n')).replaceAll('=\r\n', '');
  const decoded = Buffer.from(
    body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
  expect(decoded).toContain(URL);
  expect(decoded).toContain('4. prosince 2026');
  expect(decoded).toContain('aspoň 5 lidí');
  expect(decoded).toContain('Volejte 116 123.');
});

test('a letter by SMTP arrives once at the one address; what the server refuses is told', async () => {
  const received: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody') ? new Error('unknown') : undefined),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  const mail = openSmtpMail(`smtp://127.0.0.1:${port}`, 'survey@ward3.example');
  onTestFinished(() => mail.close());
  // a subject made to add a header adds none
  await mail.send({ to: 'eve@ward3.example', subject: 'Tea\r\nBcc: all@ward3.example', text: 'One line' });
  await expect(mail.send({ to: 'nobody@ward3.example', subject: 'Tea', text: 'x' })).rejects.toThrow();
  expect(received.map(({ to }) => to)).toEqual([['eve@ward3.example']]);
  expect(received[0]!.text).not.toMatch(/^Bcc:/im);
});

test('the environment says how letters go; what cannot be meant is refused without repeating a password', async () => {
  const path = folder();
  const mail = openMail({ PEERSCALE_MAIL_FOLDER: path });
  await mail.send({ to: 'eve@ward3.example', subject: 'a', text: 'b' });
  expect(readdirSync(path)).toHaveLength(1);
  const from = 'Ward 3 <survey@ward3.example>';
  await openMail({ PEERSCALE_SMTP_URL: 'smtps://me:word@mail.example', PEERSCALE_MAIL_FROM: from }).close();
  for (const wrong of ['me:secret@mail.example', 'https://me:secret@mail.example']) {
    const open = () => openMail({ PEERSCALE_SMTP_URL: wrong, PEERSCALE_MAIL_FROM: from });
    expect(open).toThrow(/PEERSCALE_SMTP_URL/);
    expect(open).not.toThrow(/secret/);
  }
  expect(() => openMail({ PEERSCALE_SMTP_URL: 'smtp://mail.example' })).toThrow(/PEERSCALE_MAIL_FROM/);
});

test('a QR code on a poster reads as the address', () => {
  const svg = qrSvg(URL);
  expect(svg).toMatch(/^<svg[^>]*viewBox=/);
  expect(svg).not.toMatch(/<script|on\w+=|href/i);
  // the same symbol as pixels, four to a module, for a reader
  const modules = encodeQR(URL, 'raw', { ecc: 'medium', border: 4 });
  const size = modules.length * 4;
  const data = new Uint8Array(size * size * 4).fill(255);
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let at = 0; at < 16; at++) {
        const pixel = ((y * 4 + Math.floor(at / 4)) * size + x * 4 + (at % 4)) * 4;
        data.fill(0, pixel, pixel + 3);
      }
    }),
  );
  expect(decodeQR({ height: size, width: size, data })).toBe(URL);
  expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBe(modules.length);
});

test('a calendar file: whole days with the end after the last, alarms on the days of reminders, lines of 75 octets', () => {
  const title = { en: 'Tea; milk, sugar \\ and\na second line', cs: `${'Žluťoučký kůň '.repeat(12)}` };
  const file = waveCalendar(title, wave, 'en', Date.UTC(2026, 10, 1, 9, 30));
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Peerscale//Collector//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${wave.id}@peerscale`,
    'DTSTAMP:20261101T093000Z',
    'DTSTART;VALUE=DATE:20261120',
    'DTEND;VALUE=DATE:20261205',
    'SUMMARY:Tea\\; milk\\, sugar \\\\ and\\na second line: Autumn',
    'TRANSP:TRANSPARENT',
    ...[7, 13].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:P${days}DT9H`,
      'DESCRIPTION:Tea\\; milk\\, sugar \\\\ and\\na second line: Autumn',
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
  const czech = waveCalendar(title, wave, 'cs', 0);
  expect(czech).toContain('\r\n ');
  for (const line of czech.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(czech.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.cs.trimEnd()} : Autumn`);
});

test('a name that a spreadsheet would run as a formula is defused', () => {
  const rows = [{ team: 'red', name: '=HYPERLINK("https://evil.example","x")', group: 'staff', url: URL }];
  expect(tokensCsv(rows)).toBe(`team,name,group,url\nred,"'=HYPERLINK(""https://evil.example"",""x"")",staff,${URL}\n`);
});
