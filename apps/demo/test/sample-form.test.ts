import { validateInstrument, validateTextPack } from '@peerscale/core';
import { checkFormPlan, missingPlanTexts } from '@peerscale/form';
import { expect, test } from 'vitest';
import { FORM_LOCALES } from '../src/client/playground/settings.ts';
import { sampleInstrument } from '../src/shared/sample/instrument.ts';
import { samplePlan } from '../src/shared/sample/plan.ts';
import { sampleTextPacks } from '../src/shared/sample/text-packs.ts';

test('the sample is a valid form, whole in every language', () => {
  expect(validateInstrument(sampleInstrument)).toMatchObject({ success: true });
  expect(checkFormPlan(samplePlan)).toMatchObject({ success: true });
  expect(sampleTextPacks.map(({ locale }) => locale)).toEqual([...FORM_LOCALES]);
  for (const pack of sampleTextPacks) {
    expect(validateTextPack(pack, sampleInstrument), pack.locale).toMatchObject({ success: true });
    expect(missingPlanTexts(samplePlan, pack.locale)).toEqual([]);
  }
});
