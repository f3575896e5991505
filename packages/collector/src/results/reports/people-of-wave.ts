import type { Instrument, Scale } from '@peerscale/core';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ResponseRow } from '../../store/database.ts';
import { groupBy } from '../group-by.ts';
import { alikeResponses } from '../tally/alike-responses.ts';
import { type AskedInstrument, askedInstruments } from '../tally/asked-instrument.ts';
import type { FoldOptions } from '../tally/fold.ts';
import { type PersonScores, scoresByKey } from '../tally/scores-by-key.ts';
import { frozenWave, type StartedWave } from '../view/study-waves.ts';

const ROWS = 2000;

/** One scale of everybody who answered. */
export interface ScoreColumn {
  readonly instrument: Instrument;
  readonly scale: Scale;
  /** a score a person, NaN where there is none */
  readonly values: Float64Array;
}

/** The people of a wave: their scores, and nothing of what they answered. */
export interface PeopleOfWave {
  readonly rows: number;
  readonly teams: readonly string[];
  readonly groups: readonly string[];
  /** hashes by element of the code; null where none was given */
  readonly codes: readonly (Readonly<Record<string, string>> | null)[];
  /** by `instrument@version/scale` */
  readonly columns: ReadonlyMap<string, ScoreColumn>;
}

type Row = Pick<
  Selectable<ResponseRow>,
  'key_digest' | 'submission_digest' | 'team_id' | 'group_id' | 'instrument' | 'version' | 'coding' | 'code'
>;

/**
 * Reads the scores of a wave, two thousand responses at a time; the answers stay in the database. Only people count who have
 * every score of the instrument; those without an answer to some item are left out where there are few of them, as in the
 * results (`peopleOf`).
 */
export async function peopleOfWave(
  { store, catalogue }: FoldOptions,
  wave: StartedWave,
  minimum: number,
): Promise<PeopleOfWave> {
  const asked = new Map(
    frozenWave(wave).groups.map(({ id, plan }) => [id, askedInstruments(plan, catalogue)] as const),
  );
  const places = new Map<string, number>();
  const [teams, groups, codes]: [string[], string[], PeopleOfWave['codes'][number][]] = [[], [], []];
  const found = new Map<string, { asked: AskedInstrument; people: ScoredPerson[] }>();
  let after: Row | undefined;
  for (;;) {
    const rows = await nextRows(store, wave, after);
    if (rows.length === 0) break;
    after = rows.at(-1);
    for (const { rows: own, ...responses } of alikeResponses(rows, asked)) {
      const [{ group_id, instrument, version }] = own;
      const key = `${group_id}|${instrument}@${version}`;
      const known = found.get(key) ?? { asked: responses.asked, people: [] };
      found.set(key, known);
      const scores = await scoresByKey(store, responses);
      for (const { key_digest, submission_digest, team_id, group_id, code } of own) {
        const scored = scores.get(key_digest);
        // taken back a moment ago
        if (scored === undefined) continue;
        const id = submission_digest ?? key_digest;
        let place = places.get(id);
        if (place === undefined) {
          place = places.size;
          places.set(id, place);
          teams.push(team_id ?? '');
          groups.push(group_id ?? '');
          codes.push(code === null ? null : (JSON.parse(code) as Record<string, string>));
        }
        known.people.push({ place, ...scored });
      }
    }
  }
  return { rows: places.size, teams, groups, codes, columns: columnsOf(found, places.size, minimum) };
}

interface ScoredPerson extends PersonScores {
  readonly place: number;
}

function columnsOf(
  found: ReadonlyMap<string, { readonly asked: AskedInstrument; readonly people: readonly ScoredPerson[] }>,
  rows: number,
  minimum: number,
): PeopleOfWave['columns'] {
  const columns = new Map<string, ScoreColumn>();
  const byInstrument = groupBy(found, ([key]) => key.split('|')[1]!);
  for (const [key, own] of byInstrument) {
    const scored = own.map(([, { asked, people }]) => ({
      asked,
      people: people.filter(({ scores }) => !scores.some(Number.isNaN)),
    }));
    const hasFew = scored.some(({ people }) => {
      const prorated = people.filter(({ hasAll }) => !hasAll).length;
      return prorated > 0 && prorated < minimum;
    });
    for (const { asked, people } of scored) {
      asked.scales.forEach((scale, s) => {
        const id = `${key}/${scale.id}`;
        const column = columns.get(id) ?? {
          instrument: asked.instrument,
          scale,
          values: new Float64Array(rows).fill(NaN),
        };
        columns.set(id, column);
        for (const { place, scores, hasAll } of people) if (hasAll || !hasFew) column.values[place] = scores[s]!;
      });
    }
  }
  return columns;
}

function nextRows({ db }: FoldOptions['store'], wave: StartedWave, after: Row | undefined): Promise<Row[]> {
  return db
    .selectFrom('response')
    .select(['key_digest', 'submission_digest', 'team_id', 'group_id', 'instrument', 'version', 'coding', 'code'])
    .where('study_id', '=', wave.study_id)
    .where('wave_id', '=', wave.id)
    .where('team_id', 'is not', null)
    .where('group_id', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(team_id, group_id, instrument, key_digest) > (${after!.team_id}, ${after!.group_id}, ${after!.instrument}, ${after!.key_digest})`,
      ),
    )
    .orderBy('team_id')
    .orderBy('group_id')
    .orderBy('instrument')
    .orderBy('key_digest')
    .limit(ROWS)
    .execute();
}
