import { checkResponseRecord, momentsOfColumns, scoreResponses, tableOfRecords } from '@peerscale/core';
import { findBattery, findInstrument } from '@peerscale/instruments';
import { describe, expect, test } from 'vitest';
import { demonstrationTeams } from '../src/server/demonstration/organisation.ts';
import { type SimulatedSubmission, simulateOrganisation } from '../src/server/demonstration/simulate-organisation.ts';
import { trueBurnoutChange } from '../src/server/demonstration/true-model.ts';

const options = {
  battery: findBattery('peer-team-pulse')!,
  findInstrument,
  codeKey: 'a key for tests only',
  parts: { code: 'code', remark: 'remark' },
};
const all = [...simulateOrganisation(options)];
const burnout = findInstrument('work-burnout', '1.0.0')!;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Scores of burnout of the submissions that are asked for it. */
function scoresOf(some: readonly SimulatedSubmission[]): number[] {
  const records = some.flatMap(({ record }) => record.records.filter(({ instrument }) => instrument === burnout.id));
  const [scores] = scoreResponses(burnout, tableOfRecords(burnout, records)).filter(({ scale }) => scale === 'burnout');
  return [...scores!.values].filter((score) => !Number.isNaN(score));
}

describe('the simulated organisation', () => {
  test('has about 600 people in twelve teams, of whom about three in four answer a wave', () => {
    const people = demonstrationTeams.flatMap((team) => Object.values(team.people)).reduce((a, b) => a + b, 0);
    expect(demonstrationTeams).toHaveLength(12);
    expect(people).toBeGreaterThan(580);
    expect(people).toBeLessThan(640);
    for (const wave of [1, 2, 3]) {
      const rate = all.filter((one) => one.wave === wave).length / people;
      expect(rate).toBeGreaterThan(0.72);
      expect(rate).toBeLessThan(0.84);
    }
  });

  test('is the same to the last key under the same seed, and another under another', () => {
    expect([...simulateOrganisation(options)]).toEqual(all);
    const [other] = simulateOrganisation({ ...options, seed: 1 });
    expect(other).not.toEqual(all[0]);
    expect(new Set(all.map(({ record }) => record.idempotencyKey)).size).toBe(all.length);
  });

  test('sends records that the instruments take', () => {
    for (const { record } of all) {
      for (const one of record.records) {
        expect(checkResponseRecord(findInstrument(one.instrument, one.version)!, one)).toMatchObject({ success: true });
      }
    }
  });

  test('changes by what its model says: burnout falls where roles were written down, and nowhere else', () => {
    const standardised = (ids: readonly string[]) => {
      const of = (wave: number) => scoresOf(all.filter((one) => one.wave === wave && ids.includes(one.team)));
      const [first, third] = [of(1), of(3)];
      const moments = momentsOfColumns([Float64Array.from(first)]);
      const sd = Math.sqrt(moments.comoments[0]! / (moments.n - 1));
      return { change: (mean(third) - mean(first)) / sd, error: Math.sqrt(1 / first.length + 1 / third.length) };
    };
    const supervised = ['ward-birch', 'centre-north', 'housing'];
    const untouched = demonstrationTeams.map(({ id }) => id).filter((id) => trueBurnoutChange({ id }, 3) === 0);
    const truth = trueBurnoutChange({ id: 'housing' }, 3);
    expect(truth).toBeLessThan(-0.5);
    const found = standardised(supervised);
    // a scale shows its latent trait through items cut into codes: somewhat less of the change than there is
    expect(found.change).toBeLessThan(0.45 * truth);
    expect(found.change).toBeGreaterThan(1.3 * truth);
    const still = standardised(untouched);
    expect(Math.abs(still.change)).toBeLessThan(3 * still.error);
  });

  test('finds most people again by codes without an error', () => {
    const keyOf = ({ record }: SimulatedSubmission) => Object.values(record.codes.code!).join();
    const first = new Set(all.filter(({ wave }) => wave === 1).map(keyOf));
    const second = all.filter(({ wave }) => wave === 2);
    const share = second.filter((one) => first.has(keyOf(one))).length / second.length;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.75);
  });
});
