import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../draft/draft.ts';
import type { Deliverable } from '../record/form-record.ts';
import { createDelivery } from './create-delivery.ts';
import type { Delivery, DeliveryState } from './delivery-state.ts';
import { type DiskFault, SimulatedDisk } from './test/simulated-disk.ts';
import { type ServerFault, SimulatedServer } from './test/simulated-server.ts';
import { SimulatedWorld } from './test/simulated-world.ts';

/** A record whose content says whose it is. */
interface Answered extends Deliverable {
  readonly person: number;
}

interface Schedule {
  readonly persons: number;
  readonly server: readonly ServerFault[];
  readonly disk: readonly DiskFault[];
  readonly denied: boolean;
  /** after how many steps of the world each tab in turn is closed */
  readonly closings: readonly number[];
  /** after how many steps the connection goes or comes back */
  readonly switches: readonly number[];
  /** what the clock of the device says, by call */
  readonly clock: readonly number[];
  readonly random: readonly number[];
}

const serverFault = fc.constantFrom<ServerFault>(
  'none',
  'down',
  'error-500',
  'busy-429',
  'busy-503-date',
  'too-early-425',
  'slow',
  'silent',
  'stored-then-silent',
  'stored-then-cut',
  'stored-then-500',
  'login-page',
  'redirect',
);

const schedules: fc.Arbitrary<Schedule> = fc.record({
  persons: fc.integer({ min: 1, max: 3 }),
  server: fc.array(serverFault, { maxLength: 12 }),
  disk: fc.array(fc.constantFrom<DiskFault>('none', 'none', 'full', 'slow', 'late'), { maxLength: 12 }),
  denied: fc.constantFrom(false, false, false, true),
  closings: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
  switches: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }),
  clock: fc.array(fc.integer({ min: -4e12, max: 4e12 }), { minLength: 1, maxLength: 8 }),
  random: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 8 }),
});

const inTurn = <T>(values: readonly T[]) => {
  let at = 0;
  return () => values[at++ % values.length]!;
};

const recordOf = (person: number): Answered => ({ idempotencyKey: `key-of-${person}`, person });

const draftOf = (person: number): Draft => ({
  format: 'peerscale/draft@2',
  form: 'form',
  idempotencyKey: recordOf(person).idempotencyKey,
  startedAt: '2026-11-21T08:00:00.000Z',
  answers: {},
  codings: {},
});

/** One tab: a person who answers and hands over, or finds what was left behind. */
class Tab {
  open = true;
  /** whether somebody is told that this record is here only, and that the page must stay open */
  readonly warned = new Set<string>();
  readonly delivery: Delivery<Answered>;
  readonly store;
  #listener = () => {};

  constructor(
    world: SimulatedWorld,
    server: SimulatedServer,
    disk: SimulatedDisk,
    connection: { online: boolean },
    clock: () => number,
    random: () => number,
  ) {
    this.store = disk.open(() => this.open);
    this.delivery = createDelivery<Answered>({
      endpoint: '/responses',
      store: this.store,
      fetch: server.fetch as typeof fetch,
      now: clock,
      random,
      setTimer: (run, milliseconds) => world.at(milliseconds, () => this.open && run()),
      online: {
        isOnline: () => connection.online,
        onChange: (listener) => {
          this.#listener = listener;
          return () => {};
        },
      },
      onState: (state) => this.#look(state),
    });
  }

  #look(state: DeliveryState<Answered>): void {
    const isWaiting = state.status === 'waiting' || state.status === 'offline';
    if (isWaiting && !state.kept) this.warned.add(state.record.idempotencyKey);
  }

  changeConnection(): void {
    if (this.open) this.#listener();
  }

  /** Begins: what was left behind is sent, a draft is handed over; else this person answers. @returns when it is done */
  async begin(person: number | null): Promise<void> {
    await this.delivery.resume();
    const draft = await this.store.load();
    const who = draft === null ? person : Number(draft.idempotencyKey.split('-').at(-1));
    if (who !== null) {
      // a form says so as soon as an answer is not kept
      if (draft === null && !(await this.store.save(draftOf(who)))) this.warned.add(recordOf(who).idempotencyKey);
      const submitted = this.delivery.submit(recordOf(who));
      this.answered = who;
      await submitted;
    }
    this.settled = true;
  }

  /** who pressed "send" in this tab */
  answered: number | null = null;
  /** whether nobody is about to do anything in this tab */
  settled = false;

  holds(key: string): boolean {
    return this.open && this.delivery.pending.some(({ idempotencyKey }) => idempotencyKey === key);
  }
}

async function play(schedule: Schedule) {
  const world = new SimulatedWorld();
  const server = new SimulatedServer(world, schedule.server);
  const disk = new SimulatedDisk(world, schedule.disk, schedule.denied);
  const connection = { online: true };
  const [clock, random] = [inTurn(schedule.clock), inTurn(schedule.random)];
  const closings = [...schedule.closings];
  const switches = [...schedule.switches];
  /** who pressed "send"; who was told to keep the page open and saw it closed all the same */
  const handedOver = new Set<number>();
  const toldAndClosed = new Set<string>();
  let untilSwitch = switches.shift() ?? Infinity;

  const check = (tab: Tab, at: string) => {
    for (const person of handedOver) {
      const key = recordOf(person).idempotencyKey;
      const there = server.stored.some(({ idempotencyKey }) => idempotencyKey === key);
      const safe = there || disk.has(key) || tab.holds(key) || toldAndClosed.has(key);
      if (!safe) throw new Error(`The record of person ${person} is lost ${at}.`);
    }
    const keys = server.stored.map(({ idempotencyKey }) => idempotencyKey);
    if (new Set(keys).size !== keys.length) throw new Error(`A record is stored twice ${at}.`);
  };

  let tab: Tab;
  let next = 1;
  for (let visit = 0; ; visit++) {
    tab = new Tab(world, server, disk, connection, clock, random);
    const person = next <= schedule.persons ? next : null;
    const untilClosing = closings.shift() ?? Infinity;
    void tab.begin(person);
    let steps = 0;
    const last = untilClosing === Infinity;
    while (steps < untilClosing && (await world.step(last ? world.now + 30 * 60_000 : Infinity))) {
      steps++;
      if (--untilSwitch <= 0) {
        connection.online = !connection.online;
        untilSwitch = switches.shift() ?? Infinity;
        // the world ends well: faults end, and the connection comes back
        if (untilSwitch === Infinity) connection.online = true;
        tab.changeConnection();
      }
      if (tab.answered !== null) handedOver.add(tab.answered);
      check(tab, `after step ${steps} of visit ${visit}`);
      if (last && tab.settled && tab.delivery.pending.length === 0) {
        while (await world.step(world.now + 1_000)) check(tab, 'after it arrived');
        break;
      }
      if (steps > 3_000) throw new Error('It does not come to an end.');
    }
    if (tab.answered !== null) handedOver.add(tab.answered);
    for (const key of tab.warned) if (!disk.has(key)) toldAndClosed.add(key);
    if (tab.answered === person) next++;
    const isOver = last && next > schedule.persons;
    if (isOver) {
      // what the disk was asked to forget is forgotten
      while (await world.step(world.now + 20_000)) check(tab, 'at the end');
      check(tab, 'at the end');
      break;
    }
    tab.open = false;
    check(tab, `after visit ${visit} was closed`);
    if (visit > 50) throw new Error('It does not come to an end.');
  }
  return { server, disk, tab, handedOver, toldAndClosed };
}

test('500 random schedules of faults: no record is lost, none is stored twice, all arrive in the end', async () => {
  let faults = 0;
  let closed = 0;
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      faults += schedule.server.filter((fault) => fault !== 'none').length;
      closed += schedule.closings.length;
      const { server, disk, tab, handedOver, toldAndClosed } = await play(schedule);
      for (const person of handedOver) {
        const key = recordOf(person).idempotencyKey;
        const copies = server.stored.filter(({ idempotencyKey }) => idempotencyKey === key);
        expect(copies.length, `copies of ${key}`).toBeLessThanOrEqual(1);
        // where the browser keeps nothing and the person closed the page against the notice, it may be gone
        if (toldAndClosed.has(key)) continue;
        // a disk that did not answer on the last visit hands it over on the next one
        if (copies.length === 0 && schedule.disk.length > 0) expect(disk.has(key)).toBe(true);
        else expect(copies).toEqual([recordOf(person)]);
      }
      expect(tab.delivery.pending).toEqual([]);
      if (!schedule.denied && schedule.disk.length === 0) expect([disk.drafts.size, disk.outbox.size]).toEqual([0, 0]);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
  // the schedules are not tame
  expect(faults).toBeGreaterThan(1_500);
  expect(closed).toBeGreaterThan(500);
}, 120_000);
