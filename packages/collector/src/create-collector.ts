import process from 'node:process';
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { addAccessRoutes } from './access/add-access-routes.ts';
import { noteRefusal } from './access/note-refusal.ts';
import type { Access } from './access/open-access.ts';
import type { Catalogue } from './catalogue.ts';
import type { MailTransport } from './invitations/mail-transport.ts';
import { openMail } from './invitations/open-mail.ts';
import { type OpenapiDocument, openapiDocument } from './openapi/openapi-document.ts';
import { problem } from './problem.ts';
import { Refusal } from './refusal.ts';
import { withPlan } from './request/with-plan.ts';
import { withStudy } from './request/with-study.ts';
import { withWording } from './request/with-wording.ts';
import { addStudyRoutes } from './routes/add-study-routes.ts';
import { getForm } from './routes/get-form.ts';
import { getReport } from './routes/get-report.ts';
import { getStudies } from './routes/get-studies.ts';
import { postResponse } from './routes/post-response.ts';
import type { CollectorStore } from './store/collector-store.ts';
import { StoreUnavailableError } from './store/store-unavailable-error.ts';
import { isUnreachable } from './unreachable.ts';

/** Seconds until a database that could not be asked may be there again: as long as the store says. */
const RETRY_AFTER = '5';

export interface CollectorOptions {
  readonly store: CollectorStore;
  readonly catalogue: Catalogue;
  /**
   * accounts, from `openAccess` over the same store: with them come studies of teams, groups and waves, invitations and
   * the answers to them. Without, only open studies of one instrument are served, as `createStudy` of the store makes them.
   */
  readonly access?: Access;
  /** how invitations are sent; with `access`, by default as the environment says (`openMail`) */
  readonly mail?: MailTransport;
  /** the clock that gives a record its day, in UTC; the server's by default */
  readonly now?: () => Date;
  /**
   * told of every error that was answered with 500, or with 503 because the database took or gave nothing (its cause says why),
   * for the log; it carries no answers. Nothing is told by default.
   */
  readonly onInternalError?: (error: Error) => void;
}

/**
 * The routes that hand out a study's form, take in response records and records of whole forms, and hand out the report:
 *
 *   GET /studies · GET /studies/:study/form · POST /studies/:study/responses · GET /studies/:study/report
 *
 * and, with `access`, all of a product with accounts; GET /openapi.json describes every one that is there. Whatever goes wrong is answered with problem+json (RFC 9457). All addresses below the one where it is mounted are its
 * own, so mount it below a path. Transport security, the usual security headers, CORS and who may read a report are the
 * business of the application around it.
 *
 * @example app.route('/api', createCollector({ store: await openSqliteStore('answers.db'), catalogue }));
 */
export function createCollector({
  store,
  catalogue,
  access,
  mail,
  now = () => new Date(),
  onInternalError,
}: CollectorOptions): Hono {
  const app = new Hono();
  const study = withStudy(store, catalogue);
  const wording = withWording(catalogue);
  const plan = withPlan(catalogue);

  app.onError((error, c) => {
    if (error instanceof Refusal) return problem(c, error.code, error.options);
    if (error instanceof StoreUnavailableError) {
      // that many people answer at once is no error to be told
      if (error.cause !== undefined) onInternalError?.(error);
      return problem(c, 'storage-unavailable', { headers: { 'Retry-After': `${error.retryAfterSeconds}` } });
    }
    onInternalError?.(error);
    // a question that was not answered can be asked again, as an answer that was not stored can be sent again
    if (isUnreachable(error)) return problem(c, 'storage-unavailable', { headers: { 'Retry-After': RETRY_AFTER } });
    return problem(c, 'internal-error');
  });
  app.use((c, next) => {
    // before and not after: what is set on a finished answer makes the server's copy of it anew
    c.header('X-Content-Type-Options', 'nosniff');
    return next();
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } }),
    }),
  );

  if (access !== undefined) {
    const route = 'POST /studies/:study/responses';
    app.post('/studies/:study/responses', async (c, next) => {
      await next();
      noteRefusal(access, c, { route, who: undefined, respondents: true });
    });
  }
  app.get('/studies', getStudies(store));
  app.get('/studies/:study/form', study, wording, plan, getForm());
  app.post('/studies/:study/responses', study, wording, plan, postResponse(store, now));
  app.get('/studies/:study/report', study, getReport(store));
  if (access !== undefined) {
    addAccessRoutes(app, access);
    addStudyRoutes(app, { store, access, catalogue, mail: mail ?? openMail(process.env) });
  }
  // made when it is first asked for: most servers never are
  let document: OpenapiDocument | undefined;
  app.get('/openapi.json', (c) => {
    document ??= openapiDocument(app);
    return c.json(document);
  });
  // as a route, because a mounted application's own notFound is not asked
  app.all('*', (c) => problem(c, 'not-found'));
  return app;
}
