import { validateInstrument, validateTextPack } from '@peerscale/core';
import { expect, test } from 'vitest';
import { teaInstrument, teaTextPacks } from './tea-study.ts';

test('the instrument and the wording of the tests are valid', () => {
  expect(validateInstrument(teaInstrument)).toEqual({ success: true, value: teaInstrument });
  for (const pack of teaTextPacks)
    expect(validateTextPack(pack, teaInstrument)).toEqual({ success: true, value: pack });
});
