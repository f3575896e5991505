import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { plan } from '../../fixtures/plan.ts';
import { czech, english } from '../../fixtures/text-packs.ts';
import { askedItems } from './asked-items.ts';
import { checkFormPlan } from './check-form-plan.ts';
import { contentOfInstrument } from './form-content.ts';
import { formIdOf } from './form-id-of.ts';
import { missingPlanTexts } from './missing-plan-texts.ts';
import { hasPlanText, planText } from './plan-text.ts';

const copy = () => structuredClone(plan) as never as Record<string, never> & { parts: Record<string, unknown>[] };
const faultsOf = (change: (plan: ReturnType<typeof copy>) => void) => {
  const changed = copy();
  change(changed);
  const checked = checkFormPlan(changed);
  return checked.success ? [] : checked.issues.map(({ path, code }) => `${path} ${code}`);
};

test('a plan with every kind of part is valid, and comes back as it is', () => {
  expect(new Set(plan.parts.map(({ kind }) => kind)).size).toBe(8);
  expect(checkFormPlan(plan)).toEqual({ success: true, value: plan });
});

test.each<[string, (plan: ReturnType<typeof copy>) => void, string[]]>([
  ['another format', (p) => Object.assign(p, { format: 'x' }), ['format invalid']],
  ['an id with capitals', (p) => Object.assign(p, { id: 'Plan' }), ['id invalid']],
  ['no version', (p) => void delete p.version, ['version invalid']],
  ['no parts', (p) => Object.assign(p, { parts: [] }), ['parts invalid']],
  [
    'a part of an unknown kind',
    (p) => Object.assign(p.parts[0]!, { kind: 'matrix' }),
    ['parts[0].kind unsupported-item'],
  ],
  [
    'a part by an inherited name',
    (p) => Object.assign(p.parts[0]!, { kind: 'toString' }),
    ['parts[0].kind unsupported-item'],
  ],
  ['a part that is null', (p) => Object.assign(p.parts, { 0: null }), ['parts[0].kind unsupported-item']],
  ['the same id twice', (p) => Object.assign(p.parts[1]!, { id: p.parts[0]!.id }), ['parts[1].id duplicate-id']],
  [
    'an instrument twice',
    (p) => void p.parts.push({ ...p.parts[2]!, id: 'again' }),
    ['parts[8].instrument duplicate-id'],
  ],
  ['a consent without a text', (p) => void delete p.parts[0]!.text, ['parts[0].text invalid']],
  ['wording in no language', (p) => Object.assign(p.parts[0]!, { title: {} }), ['parts[0].title invalid']],
  ['an empty wording', (p) => Object.assign(p.parts[0]!, { title: { en: ' ' } }), ['parts[0].title invalid']],
  ['a short key', (p) => Object.assign(p.parts[1]!, { key: 'short' }), ['parts[1].key invalid']],
  [
    'an unknown element',
    (p) => Object.assign(p.parts[1]!, { code: { elements: [{ id: 'a', kind: 'name', question: { en: 'x' } }] } }),
    ['parts[1].code invalid'],
  ],
  [
    'an option twice',
    (p) =>
      Object.assign(p.parts[4]!, {
        options: [
          { value: 'a', text: { en: 'A' } },
          { value: 'a', text: { en: 'B' } },
        ],
      }),
    ['parts[4].options invalid'],
  ],
  [
    'a maximum below the minimum',
    (p) => Object.assign(p.parts[5]!, { minimum: 5, maximum: 4 }),
    ['parts[5].maximum invalid'],
  ],
  ['a length of 0', (p) => Object.assign(p.parts[6]!, { maximumLength: 0 }), ['parts[6].maximumLength invalid']],
  ['a level of 95', (p) => Object.assign(p, { showScores: { level: 95 } }), ['showScores invalid']],
])('%s is found', (_, change, faults) => {
  expect(faultsOf(change)).toEqual(faults);
});

test('nothing that is no plan makes it throw', () => {
  for (const input of [null, undefined, 5, 'plan', [], {}, { parts: [[]] }, { parts: [{ kind: 'instrument' }] }]) {
    expect(checkFormPlan(input).success).toBe(false);
  }
});

test('missing translations are listed by path', () => {
  expect(missingPlanTexts(plan, 'en-GB')).toEqual([]);
  expect(missingPlanTexts(plan, 'cs')).toEqual(['parts.remarks.hint']);
  expect(missingPlanTexts(plan, 'fr')).toContain('parts.code');
  expect(missingPlanTexts(plan, 'fr')).toContain('parts.setting.options.ward');
});

test('the nearest wording: the tag, its language, English, whatever there is', () => {
  expect(planText({ en: 'Team', cs: 'Tým' }, 'cs-CZ')).toEqual({ text: 'Tým', locale: 'cs' });
  expect(planText({ 'pt-BR': 'Time', pt: 'Equipa', en: 'Team' }, 'pt')).toEqual({ text: 'Equipa', locale: 'pt' });
  expect(planText({ en: 'Team', cs: 'Tým' }, 'fr')).toEqual({ text: 'Team', locale: 'en' });
  expect(planText({ uk: 'Команда' }, 'fr')).toEqual({ text: 'Команда', locale: 'uk' });
  expect(planText({}, 'fr')).toEqual({ text: '', locale: 'fr' });
  expect([hasPlanText({ cs: 'Tým' }, 'cs-CZ'), hasPlanText({ cs: 'Tým' }, 'c')]).toEqual([true, false]);
});

test('the items of chosen scales, in the order of the instrument', () => {
  const scales = [{ ...instrument.scales[0]!, id: 'two', items: ['say', 'hurry'] }];
  const small = { ...instrument, scales };
  expect(askedItems(small, { scales: ['two'] }).map(({ id }) => id)).toEqual(['hurry', 'say']);
  expect(askedItems(small, {})).toBe(small.items);
  expect(() => askedItems(small, { scales: ['three'] })).toThrow(/three is not in working-day@1.2.0/);
});

test('a form without a plan is a plan of one instrument; its id is the same in every language', () => {
  const content = contentOfInstrument(instrument, english);
  expect(checkFormPlan(content.plan)).toMatchObject({ success: true });
  expect(formIdOf(content)).toBe('working-day@1.2.0 working-day=working-day@1.2.0');
  expect(formIdOf(contentOfInstrument(instrument, czech))).toBe(formIdOf(content));
  expect(formIdOf(contentOfInstrument({ ...instrument, version: '1.3.0' }, english))).not.toBe(formIdOf(content));
});
