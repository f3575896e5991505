import type { Instrument } from '@peerscale/core';
import { createMiddleware } from 'hono/factory';
import type { Catalogue } from '../catalogue.ts';
import { problem } from '../problem.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import { isStudyId, type Study } from '../store/study.ts';

export interface StudyEnv {
  Variables: { study: Study; instrument: Instrument };
}

/** Finds the study that the address names, and its instrument, for the handlers that follow. */
export function withStudy(store: CollectorStore, catalogue: Catalogue) {
  return createMiddleware<StudyEnv, '/studies/:study/*'>(async (c, next) => {
    const id = c.req.param('study');
    const study = isStudyId(id) ? await store.study(id) : undefined;
    if (study === undefined) {
      return problem(c, 'study-not-found', {
        errors: [{ path: 'study', code: 'study-not-found', message: 'no study has the id that the address names' }],
      });
    }
    const instrument = catalogue.findInstrument(study.instrument, study.version);
    if (instrument === undefined) return problem(c, 'study-unavailable');
    c.set('study', study);
    c.set('instrument', instrument);
    return next();
  });
}
