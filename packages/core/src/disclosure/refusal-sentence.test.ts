import { expect, test } from 'vitest';
import { disclosureRules } from './disclosure-rules.ts';
import { REFUSAL_TEXTS, refusalSentence } from './refusal-sentence.ts';

const rules = disclosureRules();
const refusals = ['too-small', 'small-remainder', 'small-difference', 'derivable'] as const;

test('whoever uses the dashboard reads one sentence, whatever the reason', () => {
  expect(new Set(refusals.map((refusal) => refusalSentence(refusal, rules))).size).toBe(1);
  expect(new Set(refusals.map((refusal) => refusalSentence(refusal, rules, 'figures', 'administrator'))).size).toBe(4);
});

test('the minimum is the one of the kind', () => {
  expect(refusalSentence('too-small', rules, 'figures', 'administrator')).toBe(
    'Fewer than 5 people are in this group.',
  );
  expect(refusalSentence('too-small', rules, 'comments', 'administrator')).toBe(
    'Fewer than 10 people are in this group.',
  );
  for (const refusal of refusals)
    expect(refusalSentence(refusal, rules, 'figures', 'administrator')).not.toContain('{');
});

test('sentences can be replaced', () => {
  const texts = { ...REFUSAL_TEXTS, derivable: '{minimum} and {minimum}' };
  expect(refusalSentence('derivable', rules, 'comments', 'administrator', texts)).toBe('10 and 10');
});
