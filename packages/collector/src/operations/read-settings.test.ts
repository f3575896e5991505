import { describe, expect, test } from 'vitest';
import { type Environment, readServerSettings } from './read-settings.ts';

const settingsOf = (environment: Environment) => {
  const checked = readServerSettings(environment, '/srv/peerscale');
  if (!checked.success) throw new Error(checked.problems.join('\n'));
  return checked.value;
};
const problemsOf = (environment: Environment) => {
  const checked = readServerSettings(environment, '/srv/peerscale');
  return checked.success ? [] : checked.problems;
};

describe('settings of a server', () => {
  test('nothing has to be set', () => {
    expect(settingsOf({})).toMatchObject({
      database: '/srv/peerscale/data/peerscale.sqlite',
      host: '127.0.0.1',
      port: 4173,
      origin: undefined,
      proxies: 0,
      metricsToken: undefined,
      log: 'text',
      mailFolder: '/srv/peerscale/data/mail',
      letterHour: { from: '07:00', timeZone: 'UTC' },
    });
  });

  test('what is set is what is used', () => {
    const settings = settingsOf({
      PORT: '8080',
      HOST: '::',
      LOG: 'json',
      PROXIES: '2',
      PUBLIC_ORIGIN: 'https://survey.ward3.example/',
      METRICS_TOKEN: 'a-token-that-is-long',
      DATABASE_URL: 'postgres://peerscale:secret@db/answers',
      PEERSCALE_SMTP_URL: 'smtps://mail.example',
      PEERSCALE_MAIL_FROM: 'survey@ward3.example',
      PEERSCALE_LETTERS_FROM: '08:15',
      PEERSCALE_TIME_ZONE: 'Europe/Prague',
    });
    expect(settings).toMatchObject({
      database: 'postgres://peerscale:secret@db/answers',
      host: '::',
      port: 8080,
      origin: 'https://survey.ward3.example',
      proxies: 2,
      metricsToken: 'a-token-that-is-long',
      log: 'json',
      mailFolder: undefined,
      letterHour: { from: '08:15', timeZone: 'Europe/Prague' },
    });
  });

  test.each([
    [{ DATABASE_URL: 'answers.db' }, '/srv/peerscale/answers.db'],
    [{ DATABASE_URL: ':memory:' }, ':memory:'],
    [{ PEERSCALE_DATABASE: '/data/answers.db' }, '/data/answers.db'],
    [{ DATABASE_URL: '', PEERSCALE_DATABASE: 'old.db' }, '/srv/peerscale/old.db'],
  ])('the database of %j', (environment, database) => {
    expect(settingsOf(environment).database).toBe(database);
  });

  test('every wrong one is a line of its own, and no line repeats a secret', () => {
    const problems = problemsOf({
      PORT: '1e3',
      HOST: 'a host',
      LOG: 'xml',
      PUBLIC_ORIGIN: 'http://ward3.example',
      PROXIES: '-1',
      DATABASE_URL: 'postgres://user:hunter2@ho st/db',
      METRICS_TOKEN: 'hunter2 with a space',
      PEERSCALE_SMTP_URL: 'http://user:hunter2@mail.example',
    });
    expect(problems.map((line) => line.split(/[ :]/)[0])).toEqual([
      'PORT',
      'HOST',
      'LOG',
      'PUBLIC_ORIGIN',
      'PROXIES',
      'DATABASE_URL',
      'METRICS_TOKEN',
      'PEERSCALE_SMTP_URL',
    ]);
    expect(problems.join('\n')).not.toContain('hunter2');
    for (const line of problems) expect(line).toMatch(/^[^\n]+\.$/);
  });

  test.each([
    [{ DATABASE_URL: 'mysql://host/db' }, /^DATABASE_URL must be .* not with mysql:\/\/\.$/],
    [{ PEERSCALE_DATABASE: ' ' }, /^PEERSCALE_DATABASE must be .* " "\.$/],
    [{ DATABASE_URL: 'a', PEERSCALE_DATABASE: 'b' }, /not both/],
    [{ METRICS_TOKEN: 'short' }, /at least 16 characters/],
    [{ PEERSCALE_LETTERS_FROM: '7:00' }, /^PEERSCALE_LETTERS_FROM must be a time .* not "7:00"\.$/],
    [{ PEERSCALE_LETTERS_FROM: '24:00' }, /^PEERSCALE_LETTERS_FROM must be a time/],
    [{ PEERSCALE_TIME_ZONE: 'Prague' }, /^PEERSCALE_TIME_ZONE must be the name .* not "Prague"\.$/],
    [{ PEERSCALE_TIME_ZONE: '+01:00' }, /^PEERSCALE_TIME_ZONE must be the name/],
    [{ PEERSCALE_SMTP_URL: 'smtp://mail.example' }, /^PEERSCALE_MAIL_FROM: /],
    [{ PUBLIC_ORIGIN: 'https://ward3.example/survey' }, /^PUBLIC_ORIGIN: https:\/\/ward3.example is meant/],
  ])('%j is refused', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([expect.stringMatching(problem)]);
  });
});
