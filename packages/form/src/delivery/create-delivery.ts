import { browserTimer, limited } from '../async/limited.ts';
import type { Deliverable } from '../record/form-record.ts';
import { attempt } from './attempt.ts';
import { backoff } from './backoff.ts';
import { browserConnection } from './connection.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { Delivery, DeliveryState, Refusal, RetryReason } from './delivery-state.ts';
import type { Outcome } from './outcome-of.ts';
import { postRecord } from './post-record.ts';
import { saveFile } from './save-file.ts';

interface Entry<R> {
  readonly record: R;
  kept: boolean;
  /** over once the record is on the disk, or cannot be */
  keeping: Promise<unknown>;
  attempts: number;
  refusal: Refusal | null;
}

/** Where the device says it is offline it is asked again after a minute: some devices never stop saying so. */
const OFFLINE_CHECK = 60_000;
/** Sending does not wait longer than this for a disk. */
const LONGEST_KEEPING = 3_000;

/**
 * A queue of records that hands each over once, whatever happens: it is put on the disk before anything is sent, sent
 * again with growing pauses until the server says it has it or will never take it, and only then removed from the disk.
 * One record is sent at a time; one that a server stumbles over goes to the end. That a repeated record is stored once
 * is the server's part, by the idempotency key.
 *
 * @throws RangeError without `endpoint` and without `send`
 * @example
 * const delivery = createDelivery({ endpoint: '/api/studies/spring/responses', store, onState: show });
 * await delivery.resume(); // what is left from before
 * await delivery.submit(record);
 */
export function createDelivery<R extends Deliverable = Deliverable>(options: DeliveryOptions<R>): Delivery<R> {
  const { store, timeout = 30_000, now = Date.now, random = Math.random, online = browserConnection } = options;
  const setTimer = options.setTimer ?? browserTimer;
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
  const send = options.send ?? (options.endpoint === undefined ? undefined : postRecord(options.endpoint, fetch));
  if (send === undefined) throw new RangeError('Unexpected options: neither endpoint nor send is given.');

  /** by idempotency key, the next to be sent first */
  const entries = new Map<string, Entry<R>>();
  /** the record that the state is about */
  let shown: string | null = null;
  let state: DeliveryState<R> = { status: 'idle' };
  let failures = 0;
  let busy = false;
  let closed = false;
  /** until when and why nothing is sent; `asked` where the server asked for the pause */
  let resting: { readonly retryAt: number; readonly reason: RetryReason; readonly asked: boolean } | null = null;
  let cancelPause: (() => void) | null = null;

  function show(next: DeliveryState<R>): void {
    if (closed || JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    try {
      options.onState?.(next);
    } catch (error) {
      // the host's mistake is reported as its own and does not stop the delivery
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** What holds for the queue holds for the record in view, unless that has been refused. */
  function showQueue(make: (entry: Entry<R>) => DeliveryState<R>): void {
    const entry = shown === null ? undefined : entries.get(shown);
    if (entry !== undefined && entry.refusal === null) show(make(entry));
  }

  function pause(milliseconds: number): void {
    cancelPause?.();
    cancelPause = setTimer(wake, milliseconds);
  }

  function wake(): void {
    cancelPause?.();
    cancelPause = null;
    resting = null;
    void pump();
  }

  async function pump(): Promise<void> {
    if (busy || closed || cancelPause !== null) return;
    const next = [...entries].find(([, { refusal }]) => refusal === null);
    if (next === undefined) return;
    const [key, entry] = next;
    if (!online.isOnline()) {
      showQueue(({ record, kept }) => ({ status: 'offline', record, kept }));
      pause(OFFLINE_CHECK);
      return;
    }
    busy = true;
    entry.attempts++;
    showQueue(({ record, kept, attempts }) => ({ status: 'sending', record, kept, attempt: attempts || 1 }));
    const outcome = await attempt(entry.record, send!, { timeout, now, setTimer });
    if (outcome.status === 'saved') {
      failures = 0;
      entries.delete(key);
      // not waited for: should the tab close before, the record is sent again, and the server knows it
      void entry.keeping.then(() => store?.outbox.remove(key)).catch(() => {});
      if (shown === key) show({ ...outcome, record: entry.record, kept: false });
    } else if (outcome.status === 'refused') {
      failures = 0;
      entry.refusal = outcome.refusal;
      if (shown === key) show({ ...outcome, record: entry.record, kept: entry.kept });
    } else {
      failures++;
      // the next attempt is for another record, should the server stumble over this one
      if (entries.delete(key)) entries.set(key, entry);
    }
    busy = false;
    if (closed) return;
    if (outcome.status === 'retry') rest(outcome);
    else void pump();
  }

  function rest({ reason, asked }: Outcome & { status: 'retry' }): void {
    const milliseconds = backoff(failures, random(), asked);
    pause(milliseconds);
    resting = { retryAt: now() + milliseconds, reason, asked: asked !== null };
    showRest();
  }

  function showRest(): void {
    if (resting === null) return;
    const { retryAt, reason } = resting;
    if (online.isOnline()) showQueue(({ record, kept }) => ({ status: 'waiting', record, kept, retryAt, reason }));
    else showQueue(({ record, kept }) => ({ status: 'offline', record, kept }));
  }

  async function keep(entry: Entry<R>): Promise<void> {
    try {
      entry.kept = (await store?.outbox.put(entry.record)) ?? false;
    } catch {
      entry.kept = false;
    }
    // a slow disk may be later than the first attempt
    const isShown = shown === entry.record.idempotencyKey;
    if (!isShown || state.status === 'idle' || state.status === 'saved' || state.kept === entry.kept) return;
    show({ ...state, kept: entry.kept });
  }

  const stopListening = online.onChange(() => {
    // while it is being sent the attempt itself finds out; a pause the server asked for is kept
    if (busy) return;
    if (resting?.asked) showRest();
    else wake();
  });

  return {
    get state() {
      return state;
    },
    get pending() {
      return [...entries.values()].map(({ record }) => record);
    },

    async submit(record) {
      const key = record.idempotencyKey;
      shown = key;
      const before = entries.get(key);
      if (before !== undefined) before.refusal = null;
      else {
        const entry: Entry<R> = { record, kept: false, keeping: Promise.resolve(), attempts: 0, refusal: null };
        entries.set(key, entry);
        if (resting === null) show({ status: 'sending', record, kept: false, attempt: 1 });
        entry.keeping = keep(entry);
        await limited(entry.keeping, LONGEST_KEEPING, undefined, setTimer);
      }
      if (closed) return;
      // a new record does not end a pause that the server asked for; the person's "try again" does
      if (before === undefined && resting?.asked) showRest();
      else wake();
    },

    async resume() {
      const kept = (await store?.outbox.list()) ?? [];
      if (closed) return;
      for (const record of kept as R[]) {
        const key = record.idempotencyKey;
        if (!entries.has(key)) {
          entries.set(key, { record, kept: true, keeping: Promise.resolve(), attempts: 0, refusal: null });
        }
        shown ??= key;
      }
      for (const entry of entries.values()) entry.refusal = null;
      wake();
    },

    saveAsFile() {
      const entry = shown === null ? undefined : entries.get(shown);
      if (entry === undefined) return false;
      const text = `${JSON.stringify(entry.record, null, 2)}\n`;
      return (options.saveFile ?? saveFile)(options.fileName ?? 'answers.json', text);
    },

    async discard(idempotencyKey) {
      const entry = entries.get(idempotencyKey);
      entries.delete(idempotencyKey);
      await entry?.keeping;
      await store?.outbox.remove(idempotencyKey);
      if (shown === idempotencyKey) {
        shown = null;
        show({ status: 'idle' });
      }
    },

    close() {
      closed = true;
      cancelPause?.();
      stopListening();
    },
  };
}
