import { createHash } from 'node:crypto';
import {
  type Answer,
  type Instrument,
  MISSING_REASONS,
  type ResponseRecord,
  responseScaleOf,
  seededRandom,
} from '@peerscale/core';
import { askedItems, type FormPlan } from '@peerscale/form';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import type { Catalogue } from '../../catalogue.ts';
import type { FrozenWave } from '../../model/frozen-wave.ts';
import type { Team } from '../../model/team.ts';
import type { ResponseRow } from '../../store/database.ts';
import { responseRow } from '../../store/response-row.ts';
import type { Store } from '../../store/store.ts';

export const catalogue: Catalogue = {
  findInstrument: (id, version) => findInstrument(id, version),
  findTextPack: (instrument, locale) => findTextPack(instrument, locale),
};

type InstrumentPartOfPlan = Extract<FormPlan['parts'][number], { kind: 'instrument' }>;

/** A plan of instruments, each whole or with chosen scales. */
export const planOf = (
  id: string,
  ...parts: readonly (readonly [instrument: string, ...scales: string[]])[]
): FormPlan => ({
  format: 'peerscale/form-plan@1',
  id,
  version: '1.0.0',
  parts: parts.map(
    ([instrument, ...scales]): InstrumentPartOfPlan => ({
      kind: 'instrument',
      id: instrument,
      instrument,
      version: '1.0.0',
      ...(scales.length === 0 ? {} : { scales }),
    }),
  ),
});

export interface MadeUpTeam extends Partial<Pick<Team, 'parent' | 'setting'>> {
  readonly id: string;
  /** people by group */
  readonly people: Readonly<Record<string, number>>;
}

export interface MadeUp {
  readonly teams: readonly MadeUpTeam[];
  readonly groups: readonly { readonly id: string; readonly plan: FormPlan }[];
  /** default 1 */
  readonly waves?: number;
  /** share of items without an answer, default 0 */
  readonly missing?: number;
  readonly seed?: number;
  readonly minimumGroupSize?: number;
  readonly linkage?: 'none' | 'code';
  /** whose study it is; none by default */
  readonly organisation?: string;
  /** state of the last wave, default closed */
  readonly last?: 'open' | 'closed';
  /** what a person says, counted within team and group; drawn from the seed by default */
  readonly given?: (of: GivenBy) => Readonly<Record<string, Answer>>;
}

export interface GivenBy {
  /** from 0 */
  readonly wave: number;
  readonly team: string;
  readonly group: string;
  /** from 0 */
  readonly person: number;
  readonly instrument: string;
}

export interface MadeUpRecord {
  readonly wave: string;
  readonly team: string;
  readonly group: string;
  readonly record: ResponseRecord;
  readonly row: ResponseRow;
}

export interface MadeUpStudy {
  readonly id: string;
  /** by number - 1 */
  readonly waves: readonly string[];
  readonly records: readonly MadeUpRecord[];
}

const uuid = (...parts: readonly (string | number)[]): string => {
  const hash = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};
const sha = (...parts: readonly (string | number)[]) => createHash('sha256').update(parts.join('|')).digest('hex');

/** Writes a study with waves and answers, drawn from a seed, past the routes. */
export async function madeUpStudy(store: Store, made: MadeUp): Promise<MadeUpStudy> {
  const { teams, groups, waves = 1, missing = 0, seed = 1, minimumGroupSize = 5, linkage = 'none' } = made;
  const id = `made-up-${seed}-${createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 8)}`;
  const random = seededRandom(seed);
  const frozen: FrozenWave = {
    startedOn: '2026-01-05',
    teams: teams.map(({ id: team, parent = null, setting = null }) => ({
      id: team,
      name: `Team ${team}`,
      parent,
      setting,
    })),
    groups: groups.map(({ id: group, plan }) => ({ id: group, name: `Group ${group}`, plan })),
  };
  const ids = Array.from({ length: waves }, (_, i) => uuid(id, 'wave', i));
  const records: MadeUpRecord[] = [];
  ids.forEach((wave, w) => {
    for (const team of teams) {
      for (const { id: group, plan } of groups) {
        for (let person = 0; person < (team.people[group] ?? 0); person++) {
          const level = random();
          const duration = 20 + Math.floor(random() * 200);
          for (const part of plan.parts) {
            if (part.kind !== 'instrument') continue;
            const instrument = findInstrument(part.instrument, part.version)!;
            const record: ResponseRecord = {
              schema: 'peerscale/response@1',
              instrument: instrument.id,
              version: instrument.version,
              locale: 'en',
              answers:
                made.given?.({ wave: w, team: team.id, group, person, instrument: instrument.id }) ??
                answersOf(
                  instrument,
                  askedItems(instrument, part).map((item) => item.id),
                  level,
                  missing,
                  random,
                ),
              startedAt: '2026-01-05T08:00:00.000Z',
              finishedAt: new Date(Date.UTC(2026, 0, 5, 8) + 1000 * duration).toISOString(),
              idempotencyKey: uuid(id, w, team.id, group, person, part.id),
            };
            const submission = sha(id, w, team.id, group, person);
            const row: ResponseRow = {
              ...responseRow(id, record, '2026-01-05'),
              wave_id: wave,
              team_id: team.id,
              group_id: group,
              part: part.id,
              submission_digest: submission,
              receipt_digest: sha(submission, 'receipt'),
              code: linkage === 'code' ? JSON.stringify({ a: sha(team.id, group, person), b: sha(person) }) : null,
            };
            records.push({ wave, team: team.id, group, record, row });
          }
        }
      }
    }
  });
  await store.write(async (trx) => {
    await trx
      .insertInto('study')
      .values({
        id,
        organisation_id: made.organisation ?? null,
        title: '{"en":"Made up"}',
        state: 'open',
        locales: '["en"]',
        minimum_group_size: minimumGroupSize,
        minimum_text_size: Math.max(10, minimumGroupSize),
        linkage,
        show_scores: 0,
        simulated: 1,
      } as never)
      .execute();
    for (const [w, wave] of ids.entries()) {
      await trx
        .insertInto('wave')
        .values({
          id: wave,
          study_id: id,
          number: w + 1,
          name: `Wave ${w + 1}`,
          opens_on: `2026-0${w + 1}-05`,
          closes_on: `2026-0${w + 1}-20`,
          reminders: '[]',
          state: w === ids.length - 1 ? (made.last ?? 'closed') : 'closed',
          frozen: JSON.stringify(frozen),
        })
        .execute();
      const cells = teams.flatMap((team) =>
        Object.entries(team.people).map(([group_id, people]) => ({
          wave_id: wave,
          team_id: team.id,
          group_id,
          expected: people + 2,
        })),
      );
      await trx.insertInto('wave_cell').values(cells).execute();
    }
  });
  await insertRows(
    store,
    records.map(({ row }) => row),
  );
  return { id, waves: ids, records };
}

export async function insertRows(store: Store, rows: readonly ResponseRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await store.write((trx) =>
      trx
        .insertInto('response')
        .values(rows.slice(from, from + 500))
        .execute(),
    );
  }
}

function answersOf(
  instrument: Instrument,
  items: readonly string[],
  level: number,
  missing: number,
  random: () => number,
): Record<string, Answer> {
  return Object.fromEntries(
    items.map((id) => {
      const item = instrument.items.find((one) => one.id === id)!;
      const { codes } = responseScaleOf(instrument, item.responseScale);
      const towards = item.polarity === 'negative' ? level : 1 - level;
      const place = Math.round((0.6 * towards + 0.4 * random()) * (codes.length - 1));
      const reason = MISSING_REASONS[1 + Math.floor(random() * 2)]!;
      return [id, random() < missing ? reason : codes[place]!];
    }),
  );
}
