export type { Catalogue } from './catalogue.ts';
export { type CollectorOptions, createCollector } from './create-collector.ts';
export type { Problem, ProblemCode, ProblemError } from './problem.ts';
export type { AddResponseResult, CollectorStore } from './store/collector-store.ts';
export { openSqliteStore, type SqliteStoreOptions } from './store/open-sqlite-store.ts';
export type { Study } from './store/study.ts';
