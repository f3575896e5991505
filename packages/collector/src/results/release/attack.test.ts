import {
  type GroupTable,
  hiddenRanges,
  possibleRange,
  scoreResponses,
  shrunkenMeans,
  suppressTable,
  tableOfRecords,
  teamAgreementReport,
} from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { type Browser, testServer } from '../../access/test/test-server.ts';
import type { ItemResults, MeanFigure, ScaleResults, Shown, StudyResults, TeamReport } from '../results-types.ts';
import { catalogue, type MadeUp, type MadeUpRecord, madeUpStudy, planOf } from '../test/made-up-study.ts';

const groups = [
  { id: 'staff', plan: planOf('staff-plan', ['work-burnout'], ['work-satisfaction', 'overall']) },
  { id: 'managers', plan: planOf('manager-plan', ['work-burnout'], ['work-satisfaction', 'overall']) },
  { id: 'peers', plan: planOf('peer-plan', ['work-burnout']) },
];
const house = (staff: readonly number[], managers: readonly number[], peers: readonly number[]): MadeUp => ({
  teams: ['birch', 'maple', 'north', 'south', 'night-line'].map((id, t) => ({
    id,
    setting: t < 2 ? 'inpatient' : 'community',
    people: { staff: staff[t]!, managers: managers[t]!, peers: peers[t]! },
  })),
  groups,
  waves: 2,
});

const houses: readonly (readonly [string, MadeUp])[] = [
  ['a night line of four', house([9, 8, 11, 7, 3], [5, 6, 2, 5, 1], [6, 1, 5, 7, 0])],
  ['groups that are small nearly everywhere', house([12, 14, 10, 9, 8], [1, 2, 1, 2, 1], [2, 1, 1, 0, 2])],
  ['a setting with one team in it that is enough', house([4, 13, 6, 5, 2], [2, 7, 5, 1, 0], [5, 5, 5, 5, 5])],
];

interface Known {
  readonly n: number;
  readonly mean: number;
}

/** Everything that anybody may read, by wave, `instrument/scale` and address. */
async function readEverything(as: readonly Browser[], study: string, pass: () => void) {
  const known = new Map<string, Known>();
  const items = new Map<string, Known>();
  // of whole waves, by wave and `instrument/scale`
  const scalesOf = new Map<string, ScaleResults>();
  const responses = new Map<string, Pick<StudyResults, 'participation'> & { readonly isShown: boolean }>();
  const keep = (map: Map<string, Known>, key: string, figure: Shown<MeanFigure> | null) => {
    if (figure?.status !== 'shown') return;
    const { n, mean } = figure.value;
    const before = map.get(key);
    // two answers about one figure never differ
    if (before !== undefined) expect(before).toEqual({ n, mean });
    map.set(key, { n, mean });
  };
  const get = async <T>(browser: Browser, path: string): Promise<T | undefined> => {
    pass();
    const response = await browser.send('GET', `/studies/${study}${path}`);
    return response.ok ? ((await response.json()) as T) : undefined;
  };
  const teams = ['birch', 'maple', 'north', 'south', 'night-line'];
  const who = ['', ...teams.map((id) => `team=${id}`), 'setting=inpatient', 'setting=community'];
  for (const browser of as) {
    for (const wave of [1, 2]) {
      for (const place of who) {
        for (const group of ['', ...groups.map(({ id }) => id)]) {
          const query = `wave=${wave}&${place}${group === '' ? '' : `&group=${group}`}`;
          const results = await get<StudyResults>(browser, `/results?${query}`);
          const at = `${place.replace('team=', '').replace('setting=', 'setting:')}|${group}`;
          for (const { instrument, scales, responses: own } of results?.instruments ?? []) {
            const { participation } = results!;
            responses.set(`${wave} ${instrument.id}`, { participation, isShown: own.status === 'shown' });
            for (const scale of scales) {
              // the owner, who comes first, sees all teams
              const ofWave = `${wave} ${instrument.id}/${scale.id}`;
              if (!scalesOf.has(ofWave)) scalesOf.set(ofWave, scale);
              const key = (w: number, where: string) => `${w} ${instrument.id}/${scale.id} ${where}`;
              keep(known, key(wave, at), scale.figure);
              for (const { wave: other, figure } of scale.waves) keep(known, key(other, at), figure);
              for (const { id, figure } of scale.groups) keep(known, key(wave, `|${id}`), figure);
              for (const { id, figure } of scale.settings) keep(known, key(wave, `setting:${id}|`), figure);
              for (const { id, figure } of scale.teams) keep(known, key(wave, `${id}|`), figure);
            }
          }
        }
      }
      for (const instrument of ['work-burnout', 'work-satisfaction']) {
        for (const group of ['', ...groups.map(({ id }) => id)]) {
          const query = `instrument=${instrument}&wave=${wave}${group === '' ? '' : `&group=${group}`}`;
          const found = await get<ItemResults>(browser, `/results/items?${query}`);
          for (const { id, n, mean } of found?.items ?? []) {
            if (n.status === 'shown') items.set(`${wave} ${instrument} ${id} ${group}`, { n: n.value, mean: mean! });
          }
        }
      }
      for (const team of teams) {
        const report = await get<TeamReport>(browser, `/teams/${team}/report?wave=${wave}`);
        for (const { instrument, id, team: own, whole, before } of report?.scales ?? []) {
          keep(known, `${wave} ${instrument}/${id} ${team}|`, own);
          keep(known, `${wave} ${instrument}/${id} |`, whole);
          keep(known, `${wave - 1} ${instrument}/${id} ${team}|`, before);
        }
      }
    }
  }
  return { known, items, scalesOf, responses };
}

/** The table as it truly is, with every scale of the instrument. */
function trueTable(records: readonly MadeUpRecord[], instrumentId: string, made: MadeUp): GroupTable {
  const instrument = findInstrument(instrumentId, '1.0.0')!;
  const asked = groups.filter(({ plan }) => plan.parts.some(({ id }) => id === instrumentId)).map(({ id }) => id);
  const scales = instrument.scales.filter(({ id }) => instrumentId === 'work-burnout' || id === 'overall');
  return {
    dimensions: [
      {
        name: 'team',
        categories: [
          { id: 'setting:inpatient' },
          { id: 'setting:community' },
          ...made.teams.map(({ id, setting }) => ({ id, parent: `setting:${setting}` })),
        ],
      },
      { name: 'group', categories: asked.map((id) => ({ id })) },
    ],
    scores: scales.map(({ id }) => ({ name: id, ...possibleRange(instrument, id) })),
    cells: made.teams.flatMap(({ id: team }) =>
      asked.map((group) => {
        const own = records.filter(
          (one) => one.team === team && one.group === group && one.record.instrument === instrumentId,
        );
        const scores = scoreResponses(
          instrument,
          tableOfRecords(
            instrument,
            own.map(({ record }) => record),
          ),
        );
        const sums = scales.map(({ id }) =>
          scores.find(({ scale }) => scale === id)!.values.reduce((a, b) => a + b, 0),
        );
        return { at: [team, group], count: own.length, sums };
      }),
    ),
  };
}

test.each(houses)(
  'with every answer to every role nobody works out a hidden group: %s',
  async (_, made) => {
    const server = await testServer(':memory:', { catalogue });
    const organisation = await server.addOrganisation('House');
    const { store } = server.access;
    const study = await madeUpStudy(store, { ...made, organisation });
    const browsers: Browser[] = [];
    for (const [role, team] of [
      ['owner'],
      ['analyst'],
      ['viewer'],
      ['lead', 'birch'],
      ['lead', 'night-line'],
    ] as const) {
      const { email } = await server.addAccount(organisation, role, team === undefined ? {} : { team });
      const browser = server.browser();
      await browser.signIn(email);
      browsers.push(browser);
    }
    const { known, items, scalesOf, responses } = await readEverything(browsers, study.id, () => server.pass(5000));
    expect(known.size).toBeGreaterThan(10);
    let attacked = 0;
    let fitted = 0;
    for (const [w, wave] of study.waves.entries()) {
      for (const instrumentId of ['work-burnout', 'work-satisfaction']) {
        const table = trueTable(
          study.records.filter((one) => one.wave === wave),
          instrumentId,
          made,
        );
        const order = suppressTable(table).figures;
        const scale = table.scores![0]!.name;
        const statuses = order.map(({ at }) => {
          const [team, group] = at;
          const isKnown = known.has(`${w + 1} ${instrumentId}/${scale} ${team ?? ''}|${group ?? ''}`);
          return isKnown ? 'shown' : 'suppressed';
        });
        for (const range of hiddenRanges(table, statuses)) {
          expect(range).not.toBeNull();
          const { at, count, sumsOfKnownCounts } = range!;
          const cells = table.cells.filter(({ at: own }) => isIn(own, at, made));
          const people = cells.reduce((sum, cell) => sum + cell.count!, 0);
          if (people >= 5 || people === 0) continue;
          attacked++;
          expect(count.upper - count.lower).toBeGreaterThanOrEqual(1);
          for (const { lower, upper } of sumsOfKnownCounts)
            expect(upper - lower).toBeGreaterThanOrEqual(0.5 * 4 - 1e-9);
        }
        // no figure about few people, and each as it truly is
        for (const { at, status, count } of order) {
          const found = known.get(`${w + 1} ${instrumentId}/${scale} ${at[0] ?? ''}|${at[1] ?? ''}`);
          if (found === undefined) continue;
          expect(found.n).toBeGreaterThanOrEqual(5);
          if (status === 'shown') expect(found.n).toBe(count);
        }
        // agreement and shrunken means are what follows from the answers of shown teams, and so tell nothing of others
        for (const { name } of table.scores!) {
          const { teams, agreement } = scalesOf.get(`${w + 1} ${instrumentId}/${name}`)!;
          const shown = teams.flatMap(({ id, figure }) => (figure.status === 'shown' ? [id] : []));
          const expected = fromShownTeams(
            study.records.filter((one) => one.wave === wave && one.record.instrument === instrumentId),
            name,
            shown,
          );
          for (const { id, shrunken } of teams) {
            const own = expected.shrunken(id);
            if (own === null) expect(shrunken).toBeNull();
            else expect(Math.abs(shrunken! - own)).toBeLessThan(0.000_501);
          }
          if (!known.has(`${w + 1} ${instrumentId}/${name} |`)) continue;
          expect(agreement.teams).toBe(shown.length);
          if (shown.length > 0) expect(agreement).toMatchObject(expected.agreement);
          fitted += shown.length > 1 ? 1 : 0;
        }
        // the number of answers is told where it is told how many of the groups took part
        const { participation, isShown } = responses.get(`${w + 1} ${instrumentId}`)!;
        expect(isShown).toBe(participation!.responses.status === 'shown');
        // items tell of nobody of whom scales do not
        for (const [key] of items) {
          const [number, instrument, , group = ''] = key.split(' ');
          if (Number(number) !== w + 1 || instrument !== instrumentId) continue;
          expect(known.has(`${w + 1} ${instrumentId}/${scale} |${group}`)).toBe(true);
        }
      }
    }
    expect(attacked).toBeGreaterThan(3);
    if (made === houses[0]![1]) expect(fitted).toBeGreaterThan(0);
  },
  120_000,
);

function isIn([team, group]: readonly string[], [where, who]: readonly (string | null)[], { teams }: MadeUp): boolean {
  const setting = `setting:${teams.find(({ id }) => id === team)!.setting}`;
  return (where === null || where === team || where === setting) && (who === null || who === group);
}

/** What the core makes of the answers of some teams alone, with three digits. */
function fromShownTeams(records: readonly MadeUpRecord[], scale: string, shown: readonly string[]) {
  const own = records.filter(({ team }) => shown.includes(team));
  const instrument = findInstrument(own[0]?.record.instrument ?? 'work-burnout', '1.0.0')!;
  const table = tableOfRecords(
    instrument,
    own.map(({ record }) => record),
  );
  const { values } = scoreResponses(instrument, table).find((one) => one.scale === scale) ?? { values: [] };
  const means = shrunkenMeans(
    shown.map((team) => [team, Float64Array.from(values).filter((_, row) => own[row]!.team === team)] as const),
    0.95,
  );
  const report = teamAgreementReport(
    { file: '', rows: own.length },
    instrument,
    table,
    own.map(({ team }) => team),
  ).scales.find(({ id }) => id === scale);
  const digits = (value: number | null | undefined) =>
    value === null || value === undefined ? null : expect.closeTo(value, 3);
  return {
    shrunken: (team: string) => means?.get(team)?.value ?? null,
    agreement: { icc1: digits(report?.icc1.value), rwg: digits(report?.medians.rwg) },
  };
}
