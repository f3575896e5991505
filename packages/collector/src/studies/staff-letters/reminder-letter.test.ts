import { expect, test } from 'vitest';
import type { Participation } from '../../results/results-types.ts';
import type { StudyRecord } from '../study-room.ts';
import type { WaveRecord } from '../wave-of.ts';
import { notReadyLetter } from './not-ready-letter.ts';
import { reminderLetter } from './reminder-letter.ts';

const ORIGIN = 'https://survey.ward3.example';
const account = {
  id: 'a',
  email: 'ada@ward3.example',
  name: 'Ada\r\nBcc: all@ward3.example',
  locale: 'en',
  role: 'lead',
  team_id: 'red',
} as const;
const about = {
  study: { id: 'tea', title: '{"en":"Tea\\non the ward","cs":"Čaj"}', minimum_group_size: 5 } as StudyRecord,
  wave: { name: 'Autumn\r\nBcc: x', closes_on: '2026-12-04' } as WaveRecord,
  day: '2026-11-27',
};
const shown = (value: number) => ({ status: 'shown', value }) as const;
const team = { id: 'red', name: 'Red team', expected: 9, responses: shown(6) };
const participation: Participation = { expected: 40, responses: shown(12), teams: [team], groups: [] };

test('a lead reads of the whole and of the own team, and names with line breaks add no header', () => {
  const letter = reminderLetter(account, about, participation, ORIGIN);
  expect(letter).toMatchObject({
    to: 'ada@ward3.example',
    subject: 'Reminder day: Tea on the ward, Autumn Bcc: x',
  });
  expect(letter.text).toMatch(/^Good day, Ada Bcc: all@ward3\.example,\n\n/);
  expect(letter.text).toContain(
    '\n\nSo far 12 people have answered; 40 are asked.\nIn Red team 6 people have answered; 9 are asked.\n\n',
  );
  expect(letter.text).toContain(`please do, all of them alike`);
  expect(letter.text).toContain(`:\n${ORIGIN}/studies/tea\n`);
});

test('in Czech where the account is in Czech, else in English', () => {
  const czech = reminderLetter({ ...account, locale: 'cs-CZ', role: 'owner' }, about, participation, ORIGIN);
  expect(czech.subject).toBe('Den připomenutí: Čaj, Autumn Bcc: x');
  expect(czech.text).toContain('dnes, 27. listopadu 2026, je den');
  expect(czech.text).toContain('\n\nPočet odpovědí zatím: 12, tázaných lidí: 40.\nRed team, počet odpovědí: 6, ');
  expect(reminderLetter({ ...account, locale: 'de' }, about, participation, ORIGIN).text).toContain('Good day');
});

test('what is held back for another reason than its own size is not called small', () => {
  const reason = { code: 'protects', minimum: 5, protects: ['red'] } as const;
  const hidden = { ...participation, responses: { status: 'suppressed', reason } as const, teams: [] };
  expect(reminderLetter(account, about, hidden, ORIGIN).text).toContain('How many have answered is not shown');
  const small = { status: 'suppressed', reason: { code: 'too-small', minimum: 5 } } as const;
  expect(reminderLetter(account, about, { ...hidden, responses: small }, ORIGIN).text).toContain('fewer than 5');
});

test('of very many things that are missing a letter names twenty', () => {
  const missing = Array.from({ length: 23 }, (_, i) => ({
    path: `teams[${i}]`,
    code: 'missing',
    message: 'is missing',
  }));
  const { text } = notReadyLetter(account, about, missing, ORIGIN);
  expect(text.match(/^- /gm)).toHaveLength(21);
  expect(text).toContain('\n- and 3 more\n');
});
