import { describe, expect, test } from 'vitest';
import { accountChangesSchema, newAccountSchema } from '../../../packages/collector/src/model/account.ts';
import { newActionSchema } from '../../../packages/collector/src/model/action.ts';
import { groupContentSchema } from '../../../packages/collector/src/model/group.ts';
import { lettersSchema, newTokensSchema } from '../../../packages/collector/src/model/invitation.ts';
import { newStudySchema } from '../../../packages/collector/src/model/study.ts';
import { teamListSchema } from '../../../packages/collector/src/model/team.ts';
import { newWaveSchema } from '../../../packages/collector/src/model/wave.ts';
import { PROBLEMS } from '../../../packages/collector/src/problem.ts';
import { checkFormPlan } from '../../../packages/form/src/plan/check-form-plan.ts';
import { fieldCodes } from '../src/client/words/problems/field-codes.ts';
import { fieldMessages } from '../src/client/words/problems/field-messages.ts';
import { fieldPaths } from '../src/client/words/problems/field-paths.ts';
import { requestProblems } from '../src/client/words/problems/requests.ts';
import { fieldErrorText, fieldPathText, problemWords } from '../src/client/words/problems.ts';
import { serverFaults } from './helpers/server-faults.ts';

const LOCALES = ['en', 'cs'] as const;
const SCHEMAS = {
  study: newStudySchema,
  account: newAccountSchema,
  'changes of an account': accountChangesSchema,
  wave: newWaveSchema,
  teams: teamListSchema,
  group: groupContentSchema,
  action: newActionSchema,
  tokens: newTokensSchema,
  letters: lettersSchema,
} as const;

/** By the interface that libraries of schemas have in common (standardschema.dev). */
function issuesOf(
  schema: (typeof SCHEMAS)[keyof typeof SCHEMAS],
  input: unknown,
): readonly { readonly message: string }[] {
  const result = schema['~standard'].validate(input);
  if (result instanceof Promise) throw new Error('A check of a request does not wait.');
  return result.issues ?? [];
}

/** What would be read in the server's own words, in the languages in which it would be. */
function wordless(fault: { readonly code: string; readonly message: string }): string[] {
  return LOCALES.filter((locale) => {
    const text = fieldErrorText(fault, problemWords[locale]);
    return text === problemWords[locale].otherField(fault.message) || /\{\d\}/.test(text);
  }).map((locale) => `${locale}: ${fault.code}: ${fault.message}`);
}

/** Every field of every kind of part with what it does not take, as a plan that somebody wrote. */
function planFaults(): readonly { readonly code: string; readonly message: string }[] {
  const bad = [undefined, null, 'A B', '', 7, -1, true, [], [7], {}, { cs: ' ' }];
  const within = [
    [{ value: ' ', text: { cs: 'Ano' } }],
    [{ value: 'yes', text: {} }],
    Array(2).fill({ value: 'yes', text: { cs: 'Ano' } }),
    { elements: Array(2).fill({ id: 'a', kind: 'day', question: { cs: 'Den?' } }) },
    { elements: [{ id: 'a', kind: 'week', question: { cs: 'Den?' } }] },
    { scales: [{ instrument: 'a', scale: 'b', reliability: 'high' }] },
    { level: 1 },
    { text: {} },
  ];
  const kinds = ['instrument', 'consent', 'code', 'text', 'choice', 'number', 'short-text', 'long-text'];
  const names = ['instrument', 'version', 'scales', 'required', 'title', 'text', 'agree', 'mustAgree', 'code', 'key'];
  const others = ['question', 'hint', 'options', 'minimum', 'maximum', 'whole', 'unit', 'maximumLength', 'id', 'kind'];
  const parts = kinds.flatMap((kind) =>
    [...names, ...others].flatMap((name) => [...bad, ...within].map((value) => ({ id: 'a', kind, [name]: value }))),
  );
  const heads = ['format', 'id', 'version', 'parts', 'helpContacts', 'showScores'];
  const plans: unknown[] = [
    ...bad,
    ...heads.flatMap((name) => [...bad, ...within].map((value) => ({ [name]: value }))),
    ...parts.map((part) => ({ parts: [part] })),
    { parts: Array(2).fill({ kind: 'text', id: 'a', text: { cs: 'Text' } }) },
    { parts: [{ kind: 'number', id: 'a', question: { cs: 'Kolik?' }, minimum: 2, maximum: 1 }] },
  ];
  return plans.flatMap((plan) => {
    const checked = checkFormPlan(plan);
    return checked.success ? [] : checked.issues;
  });
}

const sameWithPlace = (text: string) => (text.startsWith('"') ? '"{}"' : 'the same {}');

describe('what the server refuses has words in both languages', () => {
  test.each(LOCALES)('every problem that it can answer with, and no other: %s', (locale) => {
    expect(Object.keys(requestProblems[locale]).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  });

  test('every fault of a field that its sources write down', () => {
    const faults = serverFaults();
    // so many there are today: fewer would mean that they are not found any more
    expect(faults.length).toBeGreaterThan(100);
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(20);
    expect(faults).toContainEqual({ file: 'model/account.ts', code: 'invalid-value', message: 'is empty' });
    const missing = faults.flatMap(({ code, message }) =>
      message === null
        ? LOCALES.filter((locale) => fieldCodes[locale][code] === undefined && code !== 'invalid-value').map(
            (locale) => `${locale}: ${code}`,
          )
        : wordless({ code, message: message.replaceAll('{}', '7') }),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('every fault of a plan that was written by hand', () => {
    const faults = planFaults();
    expect(new Set(faults.map(({ message }) => message)).size).toBeGreaterThan(25);
    expect([...new Set(faults.flatMap(wordless))]).toEqual([]);
  });

  test.each(Object.entries(SCHEMAS))('every value that does not fit: %s', (_, schema) => {
    const bad = [
      null,
      true,
      -1,
      1.5,
      1e9,
      'x'.repeat(3000),
      '',
      ' ',
      '\uD800',
      'a\u0000',
      'Ž Ž',
      '2026-02-30',
      [],
      [''],
    ];
    const worse = [[{}], ['a', 'a'], Array(6000).fill('a'), {}, { en: '' }, { en: 'x'.repeat(3000) }, { '!': 'x' }];
    const keys = Object.keys(schema.entries);
    const inputs = [{}, { unknown: 1 }, ...bad, ...worse].concat(
      keys.flatMap((key) => [...bad, ...worse].map((value) => ({ [key]: value }))) as never[],
    );
    const issues = inputs.flatMap((input) => issuesOf(schema, input));
    expect(issues.length).toBeGreaterThan(10);
    expect([...new Set(issues.flatMap(({ message }) => wordless({ code: 'invalid-value', message })))]).toEqual([]);
    for (const locale of LOCALES) for (const key of keys) expect(fieldPaths[locale]).toHaveProperty(key);
  });

  test('no sentence is kept for what the server does not say any more', () => {
    const ofPlans = planFaults().map(({ message }) => message);
    const said = [...serverFaults().map(({ message }) => message ?? ''), ...ofPlans];
    const composed = /^"\{\}" is (?:the name of two teams|neither an id)|^Invalid /;
    const idle = fieldMessages
      .flatMap(([server]) => server)
      .filter((server) => {
        const example = server.replaceAll('{}', '7');
        // what lies within is said after what it lies in
        const ends = (message: string, end: string) => message === end || message.endsWith(` ${end}`);
        return (
          !composed.test(server) &&
          !said.some((message) => ends(message.replaceAll('{}', '7'), example)) &&
          // a message with a number written out is said by one with a place for it
          !said.some((message) => ends(message.replaceAll(/\d+/g, '{}'), server)) &&
          !said.some((message) => ends(message.replace(/the same \w+|"[^"]*"$/, sameWithPlace), server))
        );
      });
    expect(idle).toEqual([]);
  });
});

describe('sentences about a field', () => {
  test('what differs stands in the sentence', () => {
    const fault = { code: 'invalid-value', message: 'has more than 200 characters' };
    expect(fieldErrorText(fault, problemWords.en)).toBe('At most 200 characters.');
    expect(fieldErrorText(fault, problemWords.cs)).toBe('Nejvýš 200 znaků.');
    const parent = { code: 'unknown-parent', message: '"Night" is the name of two teams; write the id' };
    expect(fieldErrorText(parent, problemWords.cs)).toBe('„Night“ je jméno dvou týmů. Napište id.');
    expect(fieldErrorText({ code: 'unknown-parent', message: '?' }, problemWords.cs)).toBe(
      fieldCodes.cs['unknown-parent'],
    );
  });

  test('what lies within a list or a field is said with its place', () => {
    const fault = { code: 'invalid', message: 'scales has at 2 what scale must be lower-case words with hyphens' };
    expect(fieldErrorText(fault, problemWords.cs)).toBe(
      'scales: Položka 3: scale: Patří sem malá písmena bez diakritiky a číslice, slova spojená spojovníky, první je písmeno.',
    );
    expect(fieldErrorText({ code: 'invalid', message: 'text must be odd' }, problemWords.en)).toBe(
      'This does not fit: text must be odd',
    );
  });

  test('what nobody wrote words for is said in those of the server', () => {
    expect(fieldErrorText({ code: 'new', message: 'is odd' }, problemWords.cs)).toBe('Tohle nesedí: is odd');
  });

  test('a path is named as on the form', () => {
    expect(fieldPathText('title.cs', problemWords.en)).toBe('Title (cs)');
    expect(fieldPathText('minimumTextSize', problemWords.cs)).toBe('Nejmenší skupina pro poznámky');
    expect(fieldPathText('cells[3].team', problemWords.en)).toBe('Who is asked ([3].team)');
    expect(fieldPathText('line 3, name', problemWords.cs)).toBe('Řádek 3, name');
    expect(fieldPathText('query.wave', problemWords.cs)).toBe('Vlna');
    expect(fieldPathText('sequence, hash', problemWords.en)).toBe('Number and checksum');
    expect(fieldPathText('new', problemWords.en)).toBe('new');
  });
});
