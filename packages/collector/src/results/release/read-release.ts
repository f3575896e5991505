import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { frozenOf } from '../../answers/open-wave.ts';
import type { Store } from '../../store/store.ts';
import type { WaveRecord } from '../../studies/wave-of.ts';
import { askedInstruments } from '../tally/asked-instrument.ts';
import type { FoldOptions } from '../tally/fold.ts';
import { readCellRows } from '../tally/read-cells.ts';
import { foldInThread } from '../thread/fold-in-thread.ts';
import { workInThread } from '../thread/work-in-thread.ts';
import type { TalliesOfWave } from './make-release.ts';
import type { WaveRelease } from './wave-release.ts';

/** Something that was released of a study, as it is stored. */
export interface StoredRelease {
  readonly fingerprint: string;
  readonly released: string;
}

/**
 * The release of a closed wave: made when it is first asked for, and kept. What was shown stays as it was, whatever is
 * taken back later: a second release beside it would tell, by the difference, what those answered who are gone.
 *
 * @throws RangeError for a wave that is not closed
 */
export async function readRelease(
  options: FoldOptions,
  wave: WaveRecord,
  minimumGroupSize: number,
): Promise<WaveRelease> {
  if (wave.state === 'closed') {
    // the text is long: it is read where it was not read before
    const stored = await options.store.db
      .selectFrom('report_release')
      .select('fingerprint')
      .where('id', '=', idOf(wave))
      .executeTakeFirst();
    const known = stored && remembered.get(stored.fingerprint);
    if (known !== undefined) return remember(stored!.fingerprint, known);
  }
  const { fingerprint, released } = await storedRelease(options, wave, minimumGroupSize);
  // parsing takes a while, and of several in a row others come between
  await turn();
  return remember(fingerprint, JSON.parse(released) as WaveRelease);
}

const idOf = ({ id }: Pick<WaveRecord, 'id'>): string => `${id}/results`;

/** The same as it is stored, made where it is not there. */
export async function storedRelease(
  options: FoldOptions,
  wave: WaveRecord,
  minimumGroupSize: number,
): Promise<StoredRelease> {
  if (wave.state !== 'closed') throw new RangeError(`Unexpected wave: it is ${wave.state}.`);
  return keepText(options.store, idOf(wave), wave, async () =>
    workInThread(options, {
      do: 'release',
      studyId: wave.study_id,
      tallies: { ...(await talliesOf(options, wave)), minimumGroupSize },
    }),
  );
}

/**
 * What is stored under an id; else what `make` makes, stored. Of several at once the first one's stays.
 *
 * @param wave the one that it is about; its last day is that of the release
 */
export const keepRelease = (
  store: Store,
  id: string,
  wave: Pick<WaveRecord, 'study_id' | 'closes_on'>,
  make: () => Promise<unknown>,
): Promise<StoredRelease> => keepText(store, id, wave, async () => JSON.stringify(await make()));

/** As `keepRelease`, of a JSON text. */
export async function keepText(
  store: Store,
  id: string,
  wave: Pick<WaveRecord, 'study_id' | 'closes_on'>,
  make: () => Promise<string>,
): Promise<StoredRelease> {
  const known = await releaseOf(store, id);
  if (known !== undefined) return known;
  return once(store, id, async () => {
    const released = await make();
    const fingerprint = createHash('sha256').update(released).digest('base64url').slice(0, 27);
    await store.write((trx) =>
      trx
        .insertInto('report_release')
        .values({ id, study_id: wave.study_id, fingerprint, released, at: Date.parse(wave.closes_on) })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    return (await releaseOf(store, id)) ?? { fingerprint, released };
  });
}

async function releaseOf({ db }: Store, id: string): Promise<StoredRelease | undefined> {
  return db.selectFrom('report_release').select(['fingerprint', 'released']).where('id', '=', id).executeTakeFirst();
}

/** Folds what is left, and reads the tallies at a moment when nothing is: a withdrawal leaves sums to be made anew. */
async function talliesOf(options: FoldOptions, wave: WaveRecord): Promise<Omit<TalliesOfWave, 'minimumGroupSize'>> {
  const { store, catalogue } = options;
  const frozen = frozenOf(wave.frozen);
  const known = new Set(
    frozen.groups.flatMap(({ id, plan }) => [...askedInstruments(plan, catalogue).keys()].map((key) => `${id}|${key}`)),
  );
  for (;;) {
    await foldInThread(options, wave);
    const rows = await store.write(async (trx) => {
      const left = await trx
        .selectFrom('response')
        .select(['group_id', 'instrument', 'version'])
        .distinct()
        .where('study_id', '=', wave.study_id)
        .where('wave_id', '=', wave.id)
        .where('folded', '=', 0)
        .execute();
      if (left.some(({ group_id, instrument, version }) => known.has(`${group_id}|${instrument}@${version}`)))
        return null;
      return readCellRows(trx, wave);
    });
    if (rows === null) continue;
    const asked = await store.db
      .selectFrom('wave_cell')
      .select(['team_id as team', 'group_id as group'])
      .where('wave_id', '=', wave.id)
      .orderBy(sql`1`)
      .orderBy(sql`2`)
      .execute();
    return { frozen, asked, rows };
  }
}

const running = new WeakMap<Store, Map<string, Promise<StoredRelease>>>();

/** One at a time for each id: a release is long work, and several readers may ask for it at once. */
function once(store: Store, id: string, work: () => Promise<StoredRelease>): Promise<StoredRelease> {
  const ofStore = running.get(store) ?? new Map<string, Promise<StoredRelease>>();
  running.set(store, ofStore);
  const known = ofStore.get(id);
  if (known !== undefined) return known;
  const promise = work().finally(() => ofStore.delete(id));
  ofStore.set(id, promise);
  return promise;
}

const MOST_REMEMBERED = 8;
const remembered = new Map<string, WaveRelease>();

/** The last ones as they were parsed, by fingerprint: they never change. */
function remember(fingerprint: string, release: WaveRelease): WaveRelease {
  remembered.delete(fingerprint);
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(fingerprint, release);
  return release;
}
