import { expect, test } from 'vitest';
import { linkLetter } from './link-letter.ts';

const message = {
  purpose: 'invite',
  email: 'ada@ward3.example',
  name: 'Ada\r\nBcc: all@ward3.example',
  locale: 'en',
  organisation: 'Ward 3\r\nBcc: all@ward3.example',
  url: 'https://survey.ward3.example/join#secret',
} as const;

test('an invitation has its link, and names with line breaks add no header', () => {
  const letter = linkLetter(message);
  expect(letter).toMatchObject({ to: 'ada@ward3.example', subject: 'Your account at Ward 3 Bcc: all@ward3.example' });
  expect(letter.text).toContain(`\n${message.url}\n`);
  expect(letter.text).toMatch(/^Good day, Ada Bcc: all@ward3.example,\n/);
});

test('in Czech where the account is in Czech, else in English', () => {
  expect(linkLetter({ ...message, locale: 'cs-CZ', purpose: 'reset' }).text).toMatch(
    /^Dobrý den,\n\nněkdo, nejspíš vy/,
  );
  expect(linkLetter({ ...message, locale: 'de', purpose: 'reset' }).text).toContain('It works once, and for an hour:');
});

test('asked for on a page in another language: that of the account first, then that of the page', () => {
  const { subject, text } = linkLetter({ ...message, purpose: 'reset', pageLocale: 'cs' });
  expect(subject).toMatch(/^A new password .* \/ Nové heslo /);
  expect(text.indexOf('It works once, and for an hour:')).toBeGreaterThan(0);
  expect(text.indexOf('Lze jej použít jednou a platí hodinu:')).toBeGreaterThan(text.indexOf('an hour:'));
  expect(text.split(message.url)).toHaveLength(3);
  const alike = linkLetter({ ...message, purpose: 'reset', locale: 'cs', pageLocale: 'cs-CZ' });
  expect(alike.text.split(message.url)).toHaveLength(2);
  expect(alike.subject).not.toContain('/');
});
