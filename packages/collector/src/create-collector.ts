import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Catalogue } from './catalogue.ts';
import { problem } from './problem.ts';
import { withPlan } from './request/with-plan.ts';
import { withStudy } from './request/with-study.ts';
import { withWording } from './request/with-wording.ts';
import { getForm } from './routes/get-form.ts';
import { getReport } from './routes/get-report.ts';
import { getStudies } from './routes/get-studies.ts';
import { postResponse } from './routes/post-response.ts';
import type { CollectorStore } from './store/collector-store.ts';

export interface CollectorOptions {
  readonly store: CollectorStore;
  readonly catalogue: Catalogue;
  /** the clock that gives a record its day, in UTC; the server's by default */
  readonly now?: () => Date;
  /** told of every error that was answered with 500, for the log; it carries no answers. Nothing is told by default. */
  readonly onInternalError?: (error: Error) => void;
}

/**
 * The routes that hand out a study's form, take in response records and records of whole forms, and hand out the report:
 *
 *   GET /studies · GET /studies/:study/form · POST /studies/:study/responses · GET /studies/:study/report
 *
 * Whatever goes wrong is answered with problem+json (RFC 9457). All addresses below the one where it is mounted are its
 * own, so mount it below a path. Transport security, the usual security headers, CORS and who may read a report are the
 * business of the application around it.
 *
 * @example app.route('/api', createCollector({ store: await openSqliteStore('answers.db'), catalogue }));
 */
export function createCollector({ store, catalogue, now = () => new Date(), onInternalError }: CollectorOptions): Hono {
  const app = new Hono();
  const study = withStudy(store, catalogue);
  const wording = withWording(catalogue);
  const plan = withPlan(catalogue);

  app.onError((error, c) => {
    onInternalError?.(error);
    return problem(c, 'internal-error');
  });
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } }),
    }),
  );

  app.get('/studies', getStudies(store));
  app.get('/studies/:study/form', study, wording, plan, getForm());
  app.post('/studies/:study/responses', study, wording, plan, postResponse(store, now));
  app.get('/studies/:study/report', study, getReport(store));
  // as a route, because a mounted application's own notFound is not asked
  app.all('*', (c) => problem(c, 'not-found'));
  return app;
}
