import { expect, test } from 'vitest';
import { textDirection } from './text-direction.ts';

test('by language, and by script where the tag names one', () => {
  expect(['en', 'cs-CZ', 'uk'].map(textDirection)).toEqual(['ltr', 'ltr', 'ltr']);
  expect(['ar', 'he-IL', 'fa'].map(textDirection)).toEqual(['rtl', 'rtl', 'rtl']);
  expect(['pa-Arab-PK', 'ar-Latn'].map(textDirection)).toEqual(['rtl', 'ltr']);
});
