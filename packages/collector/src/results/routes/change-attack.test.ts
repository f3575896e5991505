import type { ChangeReport, LinkageReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { withdraw } from '../../answers/withdraw.ts';
import { testEngines } from '../../test/engines.ts';
import type { MeanFigure, Shown, StudyResults } from '../results-types.ts';
import { type AttackedHouse, attackedHouse, MINIMUM, type People, type Person } from '../test/attacked-house.ts';
import { smallestTold } from '../test/smallest-told.ts';

/** Those of two waves who gave the same code, where it is there once in each. */
function linkedOf(first: People, second: People): { readonly first: Person[]; readonly second: Person[] } {
  const byCode = (people: People) => {
    const found = new Map<string, Person[]>();
    for (const [person, { code }] of people) {
      if (code !== null) found.set(code, [...(found.get(code) ?? []), person]);
    }
    return found;
  };
  const [of1, of2] = [byCode(first), byCode(second)];
  const links = [...of1].flatMap(([code, own]) => {
    const others = of2.get(code) ?? [];
    return own.length === 1 && others.length === 1 ? [[own[0]!, others[0]!] as const] : [];
  });
  return { first: links.map(([one]) => one), second: links.map(([, other]) => other) };
}

/** Numbers of people, wherever they stand in an answer. */
function countsIn(value: unknown, key = ''): [string, number][] {
  if (Array.isArray(value)) return value.flatMap((one) => countsIn(one, key));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, one]) => countsIn(one, name));
  }
  const isCount = /^(n|nDropped|rows|linked|links|exact|tolerant|tolerated|ambiguous|unmatched|elsewhere)$/.test(key);
  return isCount && typeof value === 'number' ? [[key, value]] : [];
}

const expectNoSmallCount = (report: object) => {
  // how many links chance alone would make is no number of people
  const told = { ...report, expectedFalse: null };
  for (const [key, count] of countsIn(told)) {
    expect([key, count, count === 0 || count >= MINIMUM]).toEqual([key, count, true]);
  }
};

const scaleNames = [
  'work-burnout/burnout',
  'work-burnout/exhaustion',
  'work-satisfaction/overall',
  'work-stigma-staff/associative',
];
const waves = [1, 2, 3, 4];

/** What an attacker has: by wave and scale, whom a mean was about. */
class Known {
  readonly sets = new Map<string, Set<Person>[]>();
  /** of how many people of a wave the codes are told of */
  readonly coded = new Map<number, number>();

  add(wave: number, scale: string, people: Iterable<Person>) {
    const key = `${wave} ${scale}`;
    this.sets.set(key, [...(this.sets.get(key) ?? []), new Set(people)]);
  }

  /** The fewest people whose sum follows, for any wave and scale. */
  smallest(): number {
    return Math.min(...[...this.sets.values()].map((sets) => smallestTold(sets, MINIMUM)));
  }
}

async function readResults(house: AttackedHouse, known: Known, wave: number, people: People) {
  for (const group of ['', 'staff', 'managers', 'peers']) {
    const results = await house.get<StudyResults>(`/results?wave=${wave}${group === '' ? '' : `&group=${group}`}`);
    for (const { instrument, scales } of results?.instruments ?? []) {
      for (const scale of scales) {
        const id = `${instrument.id}/${scale.id}`;
        if (!scaleNames.includes(id)) continue;
        const add = (figure: Shown<MeanFigure>, is: (team: string) => boolean) => {
          if (figure.status !== 'shown') return;
          const own = [...people].filter(
            ([, one]) =>
              one.instruments.has(instrument.id) && (group === '' || one.group_id === group) && is(one.team_id!),
          );
          expect(own.length).toBe(figure.value.n);
          known.add(
            wave,
            id,
            own.map(([person]) => person),
          );
        };
        add(scale.figure, () => true);
        if (group === '') for (const { id: team, figure } of scale.teams) add(figure, (own) => own === team);
      }
    }
  }
}

/** Asks for the change and the linkage of every pair of waves. */
async function readPairs(house: AttackedHouse, known: Known, seen: Map<string, string>): Promise<number> {
  let linkedShown = 0;
  const now = new Map<number, People>();
  for (const wave of waves) now.set(wave, await house.people(wave));
  for (const from of waves) {
    for (const to of waves.filter((one) => one > from)) {
      for (const what of ['change', 'linkage'] as const) {
        const key = `${what} ${from} ${to}`;
        const report = await house.get<Omit<ChangeReport, 'schema'> & Omit<LinkageReport, 'schema'>>(
          `/results/${what}?from=${from}&to=${to}`,
        );
        const text = JSON.stringify(report);
        if (seen.has(key)) {
          // an answer never differs from the one before
          expect(text).toBe(seen.get(key));
          continue;
        }
        if (report === undefined) continue;
        seen.set(key, text);
        expectNoSmallCount(report);
        const links = linkedOf(now.get(from)!, now.get(to)!);
        if (what === 'linkage') {
          expect(to).toBe(from + 1);
          expect(report.links).toBe(links.first.length);
          for (const { rows, file } of [report.first, report.second]) {
            const wave = Number(file.replace('Wave ', ''));
            expect(rows).toBe(now.get(wave)!.size);
            // what is told of the codes of a wave is always about the same people
            expect([wave, known.coded.get(wave) ?? rows]).toEqual([wave, rows]);
            known.coded.set(wave, rows);
            const others = rows - report.links;
            expect(others === 0 || others >= MINIMUM).toBe(true);
          }
          continue;
        }
        for (const { id, linked, unlinked, everybody } of report.scales) {
          if (!scaleNames.includes(id)) continue;
          const instrument = id.split('/')[0]!;
          const has = (wave: number) => (person: Person) => now.get(wave)!.get(person)!.instruments.has(instrument);
          const both = links.first.map((one, at) => [one, links.second[at]!] as const);
          const pairs = both.filter(([one, other]) => has(from)(one) && has(to)(other));
          if (linked === null) expect(everybody?.linked ?? null).toBeNull();
          else {
            linkedShown++;
            expect(to).toBe(from + 1);
            expect(linked.n).toBe(pairs.length);
            expect(linked.grid).toBeNull();
            known.add(
              from,
              id,
              pairs.map(([one]) => one),
            );
            known.add(
              to,
              id,
              pairs.map(([, other]) => other),
            );
          }
          if (unlinked !== null) expect(linked).not.toBeNull();
          if (everybody !== null) {
            known.add(from, id, [...now.get(from)!.keys()].filter(has(from)));
            known.add(to, id, [...now.get(to)!.keys()].filter(has(to)));
          }
        }
      }
    }
  }
  return linkedShown;
}

/** Some of the staff of a team: the same people in every wave, as long as they have their codes. */
const staffOf = (people: People, team: string, from: number, to: number): Person[] =>
  [...people]
    .filter(([, one]) => one.team_id === team && one.group_id === 'staff')
    .sort(([, one], [, other]) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1))
    .map(([id]) => id)
    .slice(from, to);

/** Waves in which other people give no code: sets of linked people that are nested, apart, or nearly the same. */
const codings: readonly (readonly [string, (house: AttackedHouse) => Promise<void>])[] = [
  [
    'all but six, and one of them less in the wave after',
    async (one) => {
      await one.uncoded(staffOf(await one.people(1), 'birch', 0, 6));
      await one.uncoded(staffOf(await one.people(3), 'birch', 0, 7));
    },
  ],
  [
    'nearly all',
    async (one) => {
      await one.uncoded(staffOf(await one.people(2), 'maple', 0, 2));
    },
  ],
  [
    'a few',
    async (one) => {
      for (const wave of [1, 3]) {
        const people = await one.people(wave);
        await one.uncoded([...people.keys()].slice(3));
      }
    },
  ],
  [
    'nobody, and two with one code',
    async (one) => {
      for (const wave of [1, 3]) await one.uncoded([...(await one.people(wave)).keys()]);
      const people = await one.people(2);
      await one.sameCode(staffOf(people, 'birch', 0, 2), '{"a":"same","b":"same"}');
    },
  ],
  [
    'all but six, and two with the code of a third',
    async (one) => {
      const people = await one.people(2);
      const [first, ...others] = staffOf(people, 'maple', 0, 3);
      await one.sameCode(others, people.get(first!)!.code);
      for (const wave of [1, 2, 3]) await one.uncoded(staffOf(await one.people(wave), 'birch', 0, 6));
    },
  ],
  [
    'others in each wave',
    async (one) => {
      await one.uncoded(staffOf(await one.people(1), 'birch', 0, 9));
      await one.uncoded(staffOf(await one.people(3), 'maple', 0, 9));
      await one.uncoded(staffOf(await one.people(4), 'north', 0, 7));
    },
  ],
];

describe.each(testEngines())('change and linkage under attack in %s', (_, engine) => {
  test.each(codings)(
    'nobody follows from any pairs of waves, before and after withdrawals: %s',
    async (name, code) => {
      const one = await attackedHouse(await engine.storeAddress());
      await code(one);
      // some have one instrument and not the other
      await one.unanswered(staffOf(await one.people(2), 'north', 0, 2), 'work-satisfaction');
      const known = new Known();
      const seen = new Map<string, string>();
      for (const wave of [1, 2, 3]) await readResults(one, known, wave, await one.people(wave));
      // the pair before first, as a page that is opened after every wave
      await one.get('/results/change?from=1&to=2');
      let linkedShown = await readPairs(one, known, seen);
      await one.takeBack(2, ({ team, group }) => team === 'birch' && group === 'staff', 1);
      await one.takeBack(3, ({ team, group }) => team === 'maple' && group === 'managers', 1);
      linkedShown += await readPairs(one, known, seen);
      await one.close(4);
      await readResults(one, known, 4, await one.people(4));
      linkedShown += await readPairs(one, known, seen);
      await one.takeBack(4, ({ group }) => group === 'staff', 3);
      linkedShown += await readPairs(one, known, seen);
      expect(known.smallest()).toBeGreaterThanOrEqual(MINIMUM);
      if (/^(others|all but)/.test(name)) expect(linkedShown).toBeGreaterThan(0);
      expect(known.coded.size > 0).toBe(/^(others|all but)/.test(name));
    },
    120_000,
  );

  test('none, one or four who are found again give the same answer', async () => {
    const answers: string[] = [];
    for (const found of [0, 1, 4]) {
      const one = await attackedHouse(await engine.storeAddress(), { waves: 2, last: 'closed' });
      await one.uncoded([...(await one.people(1)).keys()].slice(found));
      const report = await one.get<ChangeReport>('/results/change?from=1&to=2');
      // the last digits of a sum are those of its order
      const digits = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value);
      answers.push(JSON.stringify(report, digits));
      expect(await one.get('/results/linkage?from=1&to=2')).toBeUndefined();
    }
    expect(answers[0]).toContain('work-burnout/burnout');
    expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
  });

  test.each([1, 2])(
    'a withdrawal of somebody without a score, whose code another had, does not bring that one in: wave %i',
    async (of) => {
      const one = await attackedHouse(await engine.storeAddress(), { waves: 3, last: 'closed' });
      const people = await one.people(of);
      const [twin, other] = staffOf(people, 'birch', 0, 2) as [Person, Person];
      // the twin answered one instrument, and both gave the code of the other
      for (const instrument of ['work-burnout', 'work-satisfaction']) await one.unanswered([twin], instrument);
      await one.sameCode([twin], people.get(other)!.code);
      // the same eight, and the twin, gave none before and after
      const eight = staffOf(people, 'maple', 0, 8);
      const codes = new Set([...eight, twin].map((person) => people.get(person)!.code));
      for (const wave of [1, 3]) {
        if (wave === of) await one.uncoded(eight);
        else
          await one.uncoded([...(await one.people(wave))].flatMap(([id, { code }]) => (codes.has(code) ? [id] : [])));
      }
      const known = new Known();
      for (const wave of [1, 2, 3]) await readResults(one, known, wave, await one.people(wave));
      const report = await one.get<ChangeReport>('/results/change?from=1&to=2');
      const id = 'work-burnout/burnout';
      const { second } = linkedOf(await one.people(1), await one.people(2));
      expect(report!.scales.find((scale) => scale.id === id)!.linked!.n).toBe(second.length);
      known.add(2, id, second);
      await withdraw(one.store, people.get(twin)!.receipt_digest!, '');
      const get = async <T>(path: string) => (path.includes('from=1&to=2') ? undefined : one.get<T>(path));
      await readPairs({ ...one, get }, known, new Map());
      expect(known.smallest()).toBeGreaterThanOrEqual(MINIMUM);
    },
  );
});
