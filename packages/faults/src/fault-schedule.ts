import fc from 'fast-check';

/** What happens to one request on its way to the collector, or to the answer on its way back. */
export const LINE_FAULTS = [
  'down',
  'cut before it is stored',
  '500',
  '500 though it is stored',
  '429 with seconds',
  '429 with a date',
  '503',
  'log-in page',
  'redirect',
  'slow there',
  'slow back',
  'silent, then cut',
  'stored, then cut',
  'stored, then cut in the answer',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** What a device keeps: `denied` not even a place for it is opened, `full` nothing more is written. */
export type Disk = 'works' | 'denied' | 'full';

/** The steps of answering `form-of-faults.ts`. */
export const STEPS = 9;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How wrong a clock is: by a time zone, a day, a battery that ran out, a typed year. */
const CLOCKS = [0, -HOUR, 13 * HOUR, -DAY, 40 * DAY, -56 * 365 * DAY, 30 * 365 * DAY];

/** One person with one form, and all that goes wrong meanwhile. */
export interface Schedule {
  /** whether the form is a plan with questions beside the instrument */
  readonly planned: boolean;
  readonly keep: 'tab' | 'device';
  /** the answers to the items, as places */
  readonly places: readonly number[];
  /** what befalls the requests, in order; the rest arrive */
  readonly line: readonly LineFault[];
  readonly storage: Disk;
  /** after how many answers the storage begins to be `full` */
  readonly fullAfter: number;
  /** by how many milliseconds the clock is wrong, one a visit and then at every answer: the last holds */
  readonly clocks: readonly number[];
  /** after how many answers the page is left, in the same moment; a tab that is gone for good loses what only it could read */
  readonly leftAfter: readonly number[];
  /** milliseconds after sending at which the page is left, one a visit */
  readonly leftWhileSending: readonly number[];
  /** `close`: the tab dies without a word, as in a crash, and another is opened */
  readonly leaving: 'reload' | 'close';
  /** milliseconds for which there is no network, from just before sending */
  readonly offline: number;
}

const often = <T>(usual: T, ...others: T[]) => fc.constantFrom(usual, usual, usual, ...others);

const any: fc.Arbitrary<Schedule> = fc.record({
  planned: fc.boolean(),
  keep: fc.constantFrom('tab', 'device'),
  places: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
  line: fc.array(fc.constantFrom(...LINE_FAULTS), { maxLength: 4 }),
  storage: often<Disk>('works', 'denied', 'full'),
  fullAfter: fc.integer({ min: 0, max: STEPS - 1 }),
  clocks: fc.array(fc.constantFrom(...CLOCKS), { minLength: 1, maxLength: 6 }),
  leftAfter: fc.uniqueArray(fc.integer({ min: 1, max: STEPS }), { maxLength: 2 }),
  leftWhileSending: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 2 }),
  leaving: fc.constantFrom('reload', 'close'),
  offline: often(0, 300),
});

/** What nothing is kept of does not outlive its page, and the key of a tab not its tab: those pages are not left so. */
function possible(schedule: Schedule): Schedule {
  if (schedule.storage !== 'works') return { ...schedule, leftAfter: [], leftWhileSending: [] };
  return schedule.keep === 'tab' ? { ...schedule, leaving: 'reload' } : schedule;
}

/** The schedules of a seed: the same for both doors. */
export function schedulesOf(seed: number, count: number): Schedule[] {
  return fc.sample(any, { seed, numRuns: count }).map(possible);
}

/** The kinds of faults in a schedule, `met` being what befell its requests. */
export function kindsIn(schedule: Schedule, met: ReadonlySet<LineFault>): string[] {
  const { storage, clocks, leftAfter, leftWhileSending, leaving, offline } = schedule;
  return [
    ...met,
    ...(offline > 0 ? ['no network'] : []),
    ...(storage === 'works' ? [] : [`storage ${storage}`]),
    ...(clocks.some((clock) => clock !== 0) ? ['clock wrong'] : []),
    ...(leftAfter.length > 0 ? [leaving === 'close' ? 'tab closed while answering' : 'reload while answering'] : []),
    ...(leftWhileSending.length > 0 ? [leaving === 'close' ? 'tab closed while sending' : 'reload while sending'] : []),
  ];
}
