export {
  type Access,
  type AccessOptions,
  type LinkMessage,
  openAccess,
} from './access/open-access.ts';
export { receiptOf } from './answers/receipt.ts';
export type { Catalogue } from './catalogue.ts';
export { type CollectorOptions, createCollector } from './create-collector.ts';
export type { Letter, MailTransport } from './invitations/mail-transport.ts';
export { openFileMail, openMail, openSmtpMail } from './invitations/open-mail.ts';
export type { FrozenWave } from './model/frozen-wave.ts';
export type { Team } from './model/team.ts';
export type { Problem, ProblemCode, ProblemError } from './problem.ts';
export { foldDue } from './results/fold-due.ts';
export type * from './results/results-types.ts';
export type { FoldOptions } from './results/tally/fold.ts';
export type { AddResponseResult, CollectorStore } from './store/collector-store.ts';
export type { Database } from './store/database.ts';
export type { AddSubmissionResult, Submission } from './store/insert-submissions.ts';
export { openPostgresStore, type PostgresStoreOptions } from './store/open-postgres-store.ts';
export { openSqliteStore, type SqliteStoreOptions } from './store/open-sqlite-store.ts';
export { openStore } from './store/open-store.ts';
export type { Store } from './store/store.ts';
export { StoreUnavailableError } from './store/store-unavailable-error.ts';
export type { Study } from './store/study.ts';
