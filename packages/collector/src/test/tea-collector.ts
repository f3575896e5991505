import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { type CollectorOptions, createCollector } from '../create-collector.ts';
import type { Problem } from '../problem.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import { teaCatalogue, teaStudy } from './tea-study.ts';
import { temporaryFile } from './temporary-file.ts';

export interface TeaCollector {
  readonly app: Hono;
  readonly store: CollectorStore;
  readonly path: string;
}

/**
 * A collector with one study over a fresh file; an internal error fails the test.
 *
 * @param path `:memory:` for what is not about the file: no thread is started that writes to one
 */
export async function teaCollector(
  options: Partial<CollectorOptions> = {},
  path = temporaryFile(),
): Promise<TeaCollector> {
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const onInternalError = (error: Error) => {
    throw error;
  };
  return { app: createCollector({ store, catalogue: teaCatalogue, onInternalError, ...options }), store, path };
}

/** A request that posts JSON. */
export function json(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

export async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') {
    throw new Error(`${response.status} ${response.headers.get('Content-Type')} is not a problem`);
  }
  return (await response.json()) as Problem;
}
