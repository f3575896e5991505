import type { Instrument, TextPack } from '@peerscale/core';
import { createMiddleware } from 'hono/factory';
import type { Catalogue } from '../catalogue.ts';
import { problem } from '../problem.ts';
import type { StudyEnv } from './with-study.ts';

export interface WordingEnv {
  Variables: StudyEnv['Variables'] & { textPacks: ReadonlyMap<string, TextPack> };
}

/** Finds the wording of the study that `withStudy` found, in each of its locales. */
export function withWording(catalogue: Catalogue) {
  return createMiddleware<WordingEnv>(async (c, next) => {
    const textPacks = wordingOf(catalogue, c.var.instrument, c.var.study.locales);
    if (textPacks === undefined) return problem(c, 'study-unavailable');
    c.set('textPacks', textPacks);
    return next();
  });
}

/** The wording of an instrument by locale; undefined where one is missing. */
export function wordingOf(
  catalogue: Catalogue,
  instrument: Instrument,
  locales: readonly string[],
): Map<string, TextPack> | undefined {
  const textPacks = new Map<string, TextPack>();
  for (const locale of locales) {
    const textPack = catalogue.findTextPack(instrument, locale);
    if (textPack === undefined) return undefined;
    textPacks.set(locale, textPack);
  }
  return textPacks;
}
