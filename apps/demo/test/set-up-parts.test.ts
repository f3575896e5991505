import { findBattery } from '@peerscale/instruments';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planForPeople } from '../../../packages/collector/src/studies/read-plan.ts';
import { eachOnce } from '../src/client/account/teams-of-studies.ts';
import { responsesOf } from '../src/client/api/participation.ts';
import type { Study, Team } from '../src/client/api/studies.ts';
import { pathAfterSignIn, signInPath } from '../src/client/session/sign-in-path.ts';
import { decodeTable } from '../src/client/setup/decode-table.ts';
import {
  batteries,
  type Contents,
  changedPlan,
  choosable,
  contentsOf,
  localesOf,
  minutesOf,
  planOf,
  respondentsOf,
} from '../src/client/setup/plan/contents.ts';
import { previewPlan } from '../src/client/setup/plan/preview-plan.ts';
import { slugOf } from '../src/client/setup/plan/slug.ts';
import { daysOf, suggestedReminders, suggestedWave } from '../src/client/setup/plan/wave-days.ts';
import { type StudyData, stepsDone } from '../src/client/setup/study-data.ts';
import { studyWords } from '../src/client/words/study.ts';

const contents = fc.record({
  battery: fc.constantFrom(null, ...batteries.map(({ id }) => id)),
  instruments: fc.uniqueArray(fc.constantFrom(...choosable.map(({ id }) => id)), { minLength: 1 }),
  remark: fc.boolean(),
  reuse: fc.boolean(),
});

test('what was chosen is read back from the plans that were made of it', () => {
  fc.assert(
    fc.property(contents, (chosen) => {
      const plans = respondentsOf(chosen).map((respondents) => ({ plan: planOf(chosen, respondents) }));
      const { instruments, ...others } = contentsOf(plans);
      const { instruments: wanted, ...same } = chosen;
      expect(others).toEqual(same);
      if (chosen.battery === null) expect(instruments).toEqual(wanted);
    }),
  );
});

test('a plan that is changed asks what is chosen then, and keeps what somebody else has put into it', () => {
  const text = { kind: 'text', id: 'welcome', text: { en: 'Welcome' } } as const;
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      fc.pre(before.battery === after.battery);
      for (const respondents of respondentsOf(before)) {
        const plan = planOf(before, respondents);
        const wanted = planOf(after, respondents);
        expect(changedPlan(plan, after).parts).toEqual(wanted.parts);
        const changed = changedPlan({ ...plan, parts: [text, ...plan.parts] }, after);
        expect(changed.parts.filter(({ id }) => id !== 'welcome')).toEqual(wanted.parts);
        expect(changed.parts).toContainEqual(text);
      }
    }),
  );
});

test('the battery is asked as it is, in about the time it says, in both languages', () => {
  const battery = findBattery('peer-team-pulse')!;
  const chosen: Contents = { battery: battery.id, instruments: [], remark: false, reuse: false };
  expect(localesOf(chosen).toSorted()).toEqual(['cs', 'en']);
  for (const group of battery.groups) {
    const plan = planOf(chosen, group.respondents);
    expect(plan.parts.map((part) => part.kind === 'instrument' && part.scales)).toEqual(
      group.parts.map(({ scales }) => scales),
    );
    expect(minutesOf(plan)).toBeLessThanOrEqual(battery.minutes);
  }
});

test('the preview shows the form that the server hands out, but for its key', () => {
  const settings = fc.record({
    linkage: fc.constantFrom('none' as const, 'code' as const),
    showScores: fc.boolean(),
    helpContacts: fc.constantFrom(null, { text: { en: 'Call 4411' } }),
  });
  fc.assert(
    fc.property(contents, settings, (chosen, study) => {
      const plan = planOf(chosen, respondentsOf(chosen)[0]!);
      const key = study.linkage === 'code' ? 'preview-without-a-key' : null;
      expect(previewPlan(plan, study)).toEqual(planForPeople(plan, { ...study, key }));
    }),
  );
});

test.each([
  ['Birch ward', [], 'birch-ward'],
  ['Noční linka', ['nocni-linka', 'nocni-linka-2'], 'nocni-linka-3'],
  ['Отдел', [], 'team'],
  ['Constructor', [], 'team'],
  ['  A -- B  ', [], 'a-b'],
  ['long '.repeat(20), [], 'long-long-long-long-long-long-long-long-long-long-long-lon'],
])('a team called %j beside %j has the id %s', (name, taken, id) => {
  expect(slugOf(name, taken)).toBe(id);
});

test('every name gives an id that the server takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.string()), (name, taken) => {
      const id = slugOf(name, taken);
      expect(id).toMatch(/^(?!(?:constructor|prototype)$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(id.length).toBeLessThanOrEqual(64);
      expect(taken).not.toContain(id);
    }),
  );
});

const wave = { id: 'x', number: 1, name: 'One', reminders: [], state: 'closed' } as const;

test('a first wave begins today; the next is as long and a quarter later, but not in the past', () => {
  expect(suggestedWave([], '2027-02-20')).toEqual({
    opensOn: '2027-02-20',
    closesOn: '2027-03-10',
    reminders: ['2027-03-01', '2027-03-08'],
  });
  const last = { ...wave, opensOn: '2027-01-04', closesOn: '2027-01-15' };
  expect(suggestedWave([last], '2027-02-01')).toMatchObject({ opensOn: '2027-04-05', closesOn: '2027-04-16' });
  expect(suggestedWave([last], '2028-02-29')).toMatchObject({ opensOn: '2028-02-29', closesOn: '2028-03-11' });
});

test('while a day is not typed yet there is nothing to suggest', () => {
  expect(suggestedReminders('', '2027-03-10')).toEqual([]);
  expect(suggestedReminders('2027-03-10', '2027-03-09')).toEqual([]);
  // never on the first day, on which people were invited
  expect(suggestedReminders('2027-03-10', '2027-03-12')).toEqual(['2027-03-11']);
});

test('suggested reminders lie within the wave, whatever its days', () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((later) => new Date(Date.UTC(2027, 0, 1 + later)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (opensOn, closesOn) => {
      for (const reminder of suggestedReminders(opensOn, closesOn)) {
        expect(reminder > opensOn && reminder <= closesOn).toBe(true);
      }
    }),
  );
});

test('reminders are the days that were filled in, each once and in order', () => {
  expect(daysOf(['2027-03-08', '', '2027-03-01', '2027-03-08'])).toEqual(['2027-03-01', '2027-03-08']);
  expect(daysOf([''])).toEqual([]);
});

test('a step has its tick when somebody was there and nothing is missing; a study that runs has been through them', () => {
  const draft = { study: { state: 'draft' }, teams: [{}], groups: [{}], waves: [] } as unknown as StudyData;
  expect([...stepsDone(draft, new Set())]).toEqual(['what']);
  expect([...stepsDone(draft, new Set(['teams', 'waves', 'protection'] as const))].sort()).toEqual([
    'protection',
    'teams',
    'what',
  ]);
  const open = {
    ...draft,
    study: { ...draft.study, state: 'open' as const },
    waves: draft.teams,
  } as unknown as StudyData;
  expect(stepsDone(open, new Set()).size).toBe(5);
});

test('why a number of answers is hidden is said as it is, and “so far” only while more may come', () => {
  const hidden = (code: string | null) =>
    responsesOf({ status: 'suppressed', reason: code === null ? null : { code } });
  expect([hidden('too-small'), hidden('protects'), hidden('unanimous'), hidden(null)]).toEqual([
    'too-small',
    'protects',
    'not-told',
    'not-told',
  ]);
  expect([responsesOf({ status: 'no-data' }), responsesOf({ status: 'shown', value: 9 })]).toEqual(['nobody', 9]);
  const { en, cs } = studyWords;
  for (const why of ['too-small', 'protects', 'not-told', 'nobody'] as const) {
    expect(en.hidden.closed[why](5)).not.toMatch(/so far|for now/);
    expect(cs.hidden.closed[why](5)).not.toMatch(/zatím/i);
    expect(en.hidden.open[why](5)).toMatch(/so far|for now/);
    expect(cs.hidden.open[why](5)).toMatch(/zatím/i);
  }
  // nine have answered: nothing says that they are fewer than five
  expect(en.hidden.closed.protects(5)).not.toMatch(/^Fewer/);
});

test('a table is read as UTF-8, as UTF-16 by its mark, else as Windows-1250, and what is no text is refused', () => {
  const text = 'název;prostředí\nŽlutý tým;lůžkové\n';
  expect(decodeTable(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8' });
  // as a Czech spreadsheet saves it
  const saved = Uint8Array.from(
    [...text].map(
      (letter) =>
        ({ á: 0xe1, é: 0xe9, í: 0xed, ř: 0xf8, ů: 0xf9, ý: 0xfd, ž: 0x9e, Ž: 0x8e })[letter] ?? letter.charCodeAt(0),
    ),
  );
  expect(decodeTable(saved)).toEqual({ text, encoding: 'windows-1250' });
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(decodeTable(wide)).toEqual({ text, encoding: 'utf-16' });
  expect(decodeTable(wide.swap16())).toEqual({ text, encoding: 'utf-16' });
  // a workbook is an archive
  expect(decodeTable(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff))).toBeUndefined();
  expect(decodeTable(Uint8Array.of(0x41, 0x81))).toBeUndefined();
});

test('a team that several studies have is offered once, with the first of them', () => {
  const teams = (...ids: string[]) => ids.map((id) => ({ id, name: id }) as Team);
  const [a, b] = [{ id: 'a' }, { id: 'b' }] as unknown as Study[];
  const all = eachOnce([
    { study: a!, teams: teams('red', 'blue') },
    { study: b!, teams: teams('blue') },
    { study: b!, teams: teams('green', 'red') },
  ]);
  expect(all.map(({ study, teams: own }) => [study.id, ...own.map(({ id }) => id)])).toEqual([
    ['a', 'red', 'blue'],
    ['b', 'green'],
  ]);
});

test.each([
  ['?next=%2Fstudies%2Fward-3%3Flang%3Dcs', '/studies/ward-3?lang=cs'],
  ['', '/'],
  ['?next=https%3A%2F%2Fevil.example', '/'],
  ['?next=%2F%2Fevil.example%2Faccount', '/'],
  ['?next=%2F%5Cevil.example', '/'],
  ['?next=javascript:alert(1)', '/'],
  ['?next=studies', '/'],
])('after signing in with %j one comes to %s', (search, path) => {
  expect(pathAfterSignIn(search)).toBe(path);
});

test('the sign-in page leads back to where one wanted to go', () => {
  const path = signInPath('/sign-in?lang=cs', { pathname: '/accounts', search: '?lang=cs' });
  expect(path).toBe('/sign-in?lang=cs&next=%2Faccounts%3Flang%3Dcs');
  expect(pathAfterSignIn(path.slice('/sign-in'.length))).toBe('/accounts?lang=cs');
});
