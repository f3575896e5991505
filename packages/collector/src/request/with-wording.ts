import type { TextPack } from '@peerscale/core';
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
    const { study, instrument } = c.var;
    const textPacks = new Map<string, TextPack>();
    for (const locale of study.locales) {
      const textPack = catalogue.findTextPack(instrument, locale);
      if (textPack === undefined) return problem(c, 'study-unavailable');
      textPacks.set(locale, textPack);
    }
    c.set('textPacks', textPacks);
    return next();
  });
}
