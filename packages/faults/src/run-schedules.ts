import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { FaultLines } from './fault-line.ts';
import { type Schedule, schedulesOf } from './fault-schedule.ts';
import { type Door, type Outcome, playSchedule } from './play-schedule.ts';

/** What the schedules of one door came to. */
export interface FaultResults {
  readonly door: string;
  readonly seed: number;
  readonly schedules: number;
  readonly lost: number;
  readonly twice: number;
  readonly seconds: number;
  /** by kind of fault, how many schedules met it */
  readonly kinds: Readonly<Record<string, number>>;
  /** each that went wrong, whole, so that it can be had again */
  readonly failures: readonly { readonly at: number; readonly schedule: Schedule; readonly outcome: Outcome }[];
}

/** Most of a schedule is waiting: that many are played at once, each on a device of its own. */
const AT_ONCE = 3;
/** Every run of `npm test` plays the same few: those of this seed meet every kind of fault. */
const SEED = 20_264_442;
const FEW = 8;

/**
 * Plays the schedules of a door: a few that are always the same; with `PROPERTY_RUNS` so many others, of the seed in
 * `FAULTS_SEED` or a new one. Every tenth is told of on standard error, because five hundred take long.
 *
 * `FAULTS_RESULTS` names a folder for the results as JSON, from which `scripts/faults.ts` makes its table.
 */
export async function runSchedules(
  name: string,
  browser: Browser,
  door: Door,
  lines: FaultLines,
): Promise<FaultResults> {
  const { PROPERTY_RUNS, FAULTS_SEED, FAULTS_RESULTS } = process.env;
  const seed = Number(FAULTS_SEED ?? (PROPERTY_RUNS === undefined ? SEED : Date.now() % 2 ** 31));
  const schedules = schedulesOf(seed, PROPERTY_RUNS === undefined ? FEW : Math.min(Number(PROPERTY_RUNS), 500));
  const outcomes: Outcome[] = [];
  const begin = performance.now();
  let next = 0;
  let done = 0;
  async function player(): Promise<void> {
    for (let at = next++; at < schedules.length; at = next++) {
      outcomes[at] = await playSchedule(browser, door, lines, schedules[at]!);
      if (++done % 10 === 0) process.stderr.write(`${name}: ${done} of ${schedules.length} schedules\n`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, player));

  const kinds: Record<string, number> = {};
  for (const outcome of outcomes) for (const kind of outcome.kinds) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const results: FaultResults = {
    door: name,
    seed,
    schedules: outcomes.length,
    lost: outcomes.filter(({ lost }) => lost).length,
    twice: outcomes.filter(({ twice }) => twice > 0).length,
    seconds: Math.round((performance.now() - begin) / 1000),
    kinds,
    failures: outcomes.flatMap((outcome, at) =>
      outcome.lost || outcome.twice > 0 || outcome.wrong !== null ? [{ at, schedule: schedules[at]!, outcome }] : [],
    ),
  };
  if (FAULTS_RESULTS !== undefined) {
    mkdirSync(FAULTS_RESULTS, { recursive: true });
    writeFileSync(join(FAULTS_RESULTS, `${name}.json`), JSON.stringify(results, null, 2));
  }
  return results;
}
