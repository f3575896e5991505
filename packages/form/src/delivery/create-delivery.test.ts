import { expect, test, vi } from 'vitest';
import type { Deliverable } from '../record/form-record.ts';
import { createDelivery } from './create-delivery.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { DeliveryState } from './delivery-state.ts';
import { SimulatedDisk } from './test/simulated-disk.ts';
import { SimulatedWorld } from './test/simulated-world.ts';

const record = (name: string): Deliverable & { readonly text?: string } => ({ idempotencyKey: name });
const ok = () => new Response(null, { status: 201 });

/** A delivery in simulated time; `answers` are what `send` comes to, one after the other, then 201. */
function setUp(answers: (() => Response | Promise<Response>)[] = [], options: Partial<DeliveryOptions> = {}) {
  const world = new SimulatedWorld();
  const disk = new SimulatedDisk(world, [], false);
  const connection = { online: true, listener: () => {} };
  const states: DeliveryState[] = [];
  const sent: Deliverable[] = [];
  const delivery = createDelivery({
    store: disk.open(() => true),
    send: async (sending) => {
      sent.push(sending);
      return (answers.shift() ?? ok)();
    },
    now: () => world.now,
    random: () => 0.5,
    setTimer: (run, milliseconds) => world.at(milliseconds, run),
    online: {
      isOnline: () => connection.online,
      onChange: (listener) => {
        connection.listener = listener;
        return () => {};
      },
    },
    onState: (state) => states.push(state),
    ...options,
  });
  const run = async (milliseconds: number) => {
    const until = world.now + milliseconds;
    while (await world.step(until));
    world.now = until;
  };
  return { world, disk, connection, states, sent, delivery, run };
}

const never = () => new Promise<Response>(() => {});

test('is put on the disk, sent, and taken off the disk', async () => {
  const { delivery, disk, run, states, sent } = setUp();
  expect(delivery.state).toEqual({ status: 'idle' });
  void delivery.submit(record('a'));
  await run(8);
  expect([...disk.outbox.keys()]).toEqual(['a']);
  expect(sent).toEqual([]);
  await run(100);
  expect(sent).toEqual([record('a')]);
  expect(disk.outbox.size).toBe(0);
  expect(states.map(({ status }) => status)).toEqual(['sending', 'sending', 'saved']);
  expect(delivery.pending).toEqual([]);
});

test('hands on what the server answered with, also to a record that had to wait', async () => {
  const busy = () => new Response(null, { status: 503 });
  const { delivery, run } = setUp([busy, () => Response.json({ receipt: '7QK2' }, { status: 201 })]);
  void delivery.submit(record('a'));
  await run(5_000);
  expect(delivery.state).toMatchObject({ status: 'saved', earlier: false, answer: { receipt: '7QK2' } });
});

test('waits with growing pauses and says when it tries again', async () => {
  const fail = () => new Response(null, { status: 500 });
  const { delivery, run, sent, world } = setUp([fail, fail, fail]);
  void delivery.submit(record('a'));
  await run(20);
  expect(delivery.state).toMatchObject({ status: 'waiting', reason: 'server-error', kept: true, retryAt: 510 });
  await run(480);
  expect(sent).toHaveLength(1);
  await run(20);
  expect(sent).toHaveLength(2);
  expect(delivery.state).toMatchObject({ status: 'waiting', retryAt: 1_510 });
  await run(3_000);
  expect(delivery.state).toMatchObject({ status: 'saved', earlier: false });
  expect(sent).toHaveLength(4);
  expect(world.now).toBeLessThan(4_000);
});

test('a pause the server asks for is kept by itself, whatever the connection and new records; the person may end it', async () => {
  const busy = () => new Response(null, { status: 429, headers: { 'Retry-After': '60' } });
  const { delivery, run, sent, connection } = setUp([busy]);
  void delivery.submit(record('a'));
  await run(100);
  expect(delivery.state).toMatchObject({ status: 'waiting', reason: 'busy', retryAt: 60_510 });
  connection.listener();
  void delivery.submit(record('b'));
  await run(30_000);
  expect(sent).toHaveLength(1);
  expect(delivery.state).toMatchObject({ status: 'waiting', record: record('b'), kept: true });
  void delivery.submit(record('b'));
  await run(100);
  expect(sent).toHaveLength(3);
  expect(delivery.state.status).toBe('saved');
});

test('offline is said, and ended by the connection coming back', async () => {
  const { delivery, run, sent, connection } = setUp();
  connection.online = false;
  void delivery.submit(record('a'));
  await run(5_000);
  expect(delivery.state).toMatchObject({ status: 'offline', kept: true });
  expect(sent).toEqual([]);
  connection.online = true;
  connection.listener();
  await run(100);
  expect(delivery.state.status).toBe('saved');
});

test('a device that always says it is offline is asked again', async () => {
  const { delivery, run, connection } = setUp();
  connection.online = false;
  void delivery.submit(record('a'));
  await run(5_000);
  connection.online = true;
  await run(60_000);
  expect(delivery.state.status).toBe('saved');
});

test('an attempt that gets no answer is aborted and made again', async () => {
  const signals: AbortSignal[] = [];
  const { delivery, run } = setUp([], {
    send: (_, signal) => {
      signals.push(signal);
      return signals.length === 1 ? never() : Promise.resolve(undefined);
    },
  });
  void delivery.submit(record('a'));
  await run(29_000);
  expect(delivery.state).toMatchObject({ status: 'sending', attempt: 1 });
  await run(1_100);
  expect(signals[0]!.aborted).toBe(true);
  expect(delivery.state).toMatchObject({ status: 'waiting', reason: 'timeout' });
  await run(1_000);
  expect(delivery.state.status).toBe('saved');
});

test('a refused record stays with its reason, does not hold up others, and can be saved as a file or forgotten', async () => {
  const saveFile = vi.fn((_name: string, _text: string) => true);
  const refuse = () => Response.json({ title: 'No.' }, { status: 422 });
  const { delivery, run, disk } = setUp([refuse], { saveFile });
  void delivery.submit(record('a'));
  await run(100);
  expect(delivery.state).toMatchObject({ status: 'refused', kept: true, refusal: { status: 422, title: 'No.' } });
  expect(delivery.saveAsFile()).toBe(true);
  expect(saveFile).toHaveBeenCalledExactlyOnceWith('answers.json', '{\n  "idempotencyKey": "a"\n}\n');
  void delivery.submit(record('b'));
  await run(100);
  expect(delivery.state).toMatchObject({ status: 'saved', record: record('b') });
  expect([...disk.outbox.keys()]).toEqual(['a']);
  expect(delivery.pending).toEqual([record('a')]);
  // what somebody else left is not the file of this person
  expect(delivery.saveAsFile()).toBe(false);
  void delivery.discard('a');
  await run(100);
  expect([disk.outbox.size, delivery.pending.length]).toEqual([0, 0]);
});

test('the same key again is the first record again, at once', async () => {
  const fail = () => new Response(null, { status: 500 });
  const { delivery, run, sent } = setUp([fail]);
  void delivery.submit({ ...record('a'), text: 'first' } as Deliverable);
  await run(30);
  void delivery.submit({ ...record('a'), text: 'second' } as Deliverable);
  await run(30);
  expect(sent).toEqual([
    { idempotencyKey: 'a', text: 'first' },
    { idempotencyKey: 'a', text: 'first' },
  ]);
  expect(delivery.state.status).toBe('saved');
});

test('a record the server stumbles over goes to the end of the queue', async () => {
  const { delivery, run, sent } = setUp([], {
    send: async (sending) => {
      sent.push(sending);
      return sending.idempotencyKey === 'a' ? new Response(null, { status: 500 }) : ok();
    },
  });
  void delivery.submit(record('a'));
  void delivery.submit(record('b'));
  await run(5_000);
  expect(delivery.state).toMatchObject({ status: 'saved', record: record('b') });
  expect(delivery.pending).toEqual([record('a')]);
});

test('what is on the disk is sent after a new start, also what was refused before', async () => {
  const { delivery, run, disk, sent } = setUp();
  disk.outbox.set('a', record('a'));
  disk.outbox.set('b', record('b'));
  void delivery.resume();
  await run(200);
  expect(sent).toEqual([record('a'), record('b')]);
  expect(disk.outbox.size).toBe(0);
  expect(delivery.state).toMatchObject({ status: 'saved', record: record('a') });
});

test('what was refused is tried again on request: the server may have been put right', async () => {
  const refuse = () => new Response(null, { status: 404 });
  const { delivery, run } = setUp([refuse]);
  void delivery.submit(record('a'));
  await run(100);
  expect(delivery.state.status).toBe('refused');
  void delivery.resume();
  await run(100);
  expect(delivery.state.status).toBe('saved');
});

test('one record is sent at a time, however often one asks', async () => {
  let inFlight = 0;
  let most = 0;
  const { delivery, run, world } = setUp([], {
    send: async () => {
      most = Math.max(most, ++inFlight);
      await new Promise<void>((resolve) => world.at(500, resolve));
      inFlight--;
    },
  });
  for (const name of ['a', 'b', 'a', 'b']) void delivery.submit(record(name));
  await run(100);
  void delivery.resume();
  await run(2_000);
  expect([most, delivery.pending.length]).toEqual([1, 0]);
});

test('without a disk, or with one that never answers, it is sent all the same', async () => {
  const { delivery, run } = setUp([() => Promise.reject(new TypeError('cut'))], { store: undefined as never });
  void delivery.submit(record('a'));
  await run(10);
  expect(delivery.state).toMatchObject({ status: 'waiting', reason: 'network', kept: false });
  await run(1_000);
  expect(delivery.state.status).toBe('saved');

  const hanging = { list: async () => [], put: () => new Promise<boolean>(() => {}), remove: async () => {} };
  const other = setUp([], { store: { outbox: hanging } });
  void other.delivery.submit(record('a'));
  await other.run(3_500);
  expect(other.delivery.state.status).toBe('saved');
});

test('a disk that is late is not said to have failed for good', async () => {
  let done: (kept: boolean) => void = () => {};
  const put = () => new Promise<boolean>((resolve) => (done = resolve));
  const busy = () => new Response(null, { status: 503, headers: { 'Retry-After': '60' } });
  const { delivery, run } = setUp([busy], { store: { outbox: { list: async () => [], put, remove: async () => {} } } });
  void delivery.submit(record('a'));
  await run(4_000);
  expect(delivery.state).toMatchObject({ status: 'waiting', kept: false });
  done(true);
  await run(10);
  expect(delivery.state).toMatchObject({ status: 'waiting', kept: true });
});

test('an error in the host’s listener does not stop the delivery', async () => {
  const thrown: unknown[] = [];
  const listener = (error: unknown) => void thrown.push(error);
  process.on('uncaughtException', listener);
  const vitestListeners = process.listeners('uncaughtException').filter((one) => one !== listener);
  for (const one of vitestListeners) process.off('uncaughtException', one);
  try {
    const { delivery, run } = setUp([], {
      onState: () => {
        throw new Error('host');
      },
    });
    void delivery.submit(record('a'));
    await run(200);
    expect(delivery.state.status).toBe('saved');
    expect(thrown.length).toBeGreaterThan(0);
  } finally {
    process.off('uncaughtException', listener);
    for (const one of vitestListeners) process.on('uncaughtException', one);
  }
});

test('after closing nothing is sent, said or timed', async () => {
  const { delivery, run, sent, states } = setUp([() => new Response(null, { status: 500 })]);
  void delivery.submit(record('a'));
  await run(20);
  delivery.close();
  const before = states.length;
  await run(100_000);
  expect([sent.length, states.length]).toEqual([1, before]);
});

test('neither an endpoint nor a way to send is a programming error', () => {
  expect(() => createDelivery({})).toThrow(RangeError);
});

test('posts JSON, follows no redirection and lets small requests outlive the page', async () => {
  const requests: [unknown, RequestInit][] = [];
  const { delivery, run } = setUp([], {
    send: undefined as never,
    endpoint: '/studies/tea/responses',
    fetch: (async (address: unknown, init: RequestInit) => {
      requests.push([address, init]);
      return ok();
    }) as typeof fetch,
  });
  void delivery.submit({ ...record('a'), text: 'ž' } as Deliverable);
  void delivery.submit({ ...record('b'), text: 'x'.repeat(70_000) } as Deliverable);
  await run(200);
  const [[address, small], [, large]] = requests as [[unknown, RequestInit], [unknown, RequestInit]];
  expect(address).toBe('/studies/tea/responses');
  expect(small).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'same-origin', keepalive: true });
  expect(JSON.parse(new TextDecoder().decode(small.body as Uint8Array))).toEqual({ idempotencyKey: 'a', text: 'ž' });
  expect(large.keepalive).toBe(false);
});
