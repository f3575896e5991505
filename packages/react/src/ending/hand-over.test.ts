import type { AnswerStore } from '@peerscale/form';
import { contentOfInstrument, Session } from '@peerscale/form/answering';
import { expect, test, vi } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { english } from '../../fixtures/text-packs.ts';
import type { Queue } from '../delivery/open-queue.ts';
import type { FormState } from '../session/form-controller.ts';
import { type Handing, HandOver, type Place } from './hand-over.ts';

const store: AnswerStore = {
  mode: 'none',
  problem: 'off',
  load: async () => null,
  save: async () => false,
  clear: async () => {},
  outbox: { list: async () => [], put: async () => false, remove: async () => {} },
  close: () => {},
};

function sitting(change: Partial<Handing> = {}) {
  const session = new Session(contentOfInstrument(instrument, english), store, 'study', () => {});
  session.answer('working-day', 'late', 2);
  const nothing: Place[] = [];
  let state = { answers: session.answers, status: 'answering', delivery: { status: 'idle' } } as FormState;
  const emit = vi.fn();
  const handOver = vi.fn(async (_record: unknown): Promise<unknown> => undefined);
  const handing: Handing = {
    session,
    store,
    host: { emit, handOver, show: () => {} },
    endpoint: undefined,
    read: () => state,
    set: (next) => {
      state = { ...state, ...next };
    },
    leftOut: () => nothing,
    loadQueue: () => Promise.reject(new Error('not asked for')),
    ...change,
  };
  return { of: new HandOver(handing), session, emit, handOver, state: () => state };
}

test('a queue whose file comes when the form is gone is not opened, and another start opens one', async () => {
  const queue: Queue = { submit: async () => {}, saveAsFile: () => true, discard: async () => {}, close: vi.fn() };
  const openQueue = vi.fn(() => queue);
  let arrive = (): void => {};
  const loaded = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { of } = sitting({ endpoint: '/responses', loadQueue: () => loaded.then(() => ({ openQueue })) });
  const first = of.open();
  of.close();
  arrive();
  expect(await first).toBeNull();
  expect(openQueue).not.toHaveBeenCalled();
  expect(await of.open()).toBe(queue);
  expect(await of.open()).toBe(queue);
  expect(openQueue).toHaveBeenCalledTimes(1);
  of.close();
  expect(queue.close).toHaveBeenCalledTimes(1);
});

test('what nobody took is handed over again as it was, with a change as a record of the same key', async () => {
  const { of, session, emit, handOver, state } = sitting();
  handOver.mockRejectedValueOnce(new Error('down'));
  await expect(of.send()).rejects.toThrow('down');
  await of.send();
  const [first, second] = handOver.mock.calls.map(([record]) => record as { idempotencyKey: string });
  expect(second).toBe(first);
  expect(state().status).toBe('saved');
  expect(emit.mock.calls.map(([name]) => name)).toEqual(['submit', 'submit', 'saved']);
  session.answer('working-day', 'late', 3);
  await of.send();
  const third = handOver.mock.calls[2]![0] as { idempotencyKey: string; answers: object };
  expect(third.idempotencyKey).toBe(first!.idempotencyKey);
  expect(third.answers).toMatchObject({ late: 3 });
});

test('a second press while the first is on its way sends nothing twice', async () => {
  const { of, handOver } = sitting();
  await Promise.all([of.send(), of.send()]);
  expect(handOver).toHaveBeenCalledTimes(1);
});
