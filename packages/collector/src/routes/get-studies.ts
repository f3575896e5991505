import type { Handler } from 'hono';
import type { CollectorStore } from '../store/collector-store.ts';

/** GET /studies: every study, with what a page needs to offer it. */
export function getStudies(store: CollectorStore): Handler {
  return async (c) => {
    const studies = await store.studies();
    return c.json({
      studies: studies.map(({ instrument: id, version, plan: _, ...study }) => ({
        ...study,
        instrument: { id, version },
      })),
    });
  };
}
