import { frozenOf } from '../../answers/open-wave.ts';
import type { FrozenWave } from '../../model/frozen-wave.ts';
import { fieldRefusal } from '../../refusal.ts';
import type { Store } from '../../store/store.ts';
import type { StudyRecord } from '../../studies/study-room.ts';
import type { WaveRecord } from '../../studies/wave-of.ts';
import type { StudyResults, WaveSummary } from '../results-types.ts';

/** A wave that was started. */
export interface StartedWave extends WaveRecord {
  readonly state: 'open' | 'closed';
}

export interface StudyWaves {
  readonly study: StudyRecord;
  /** those that were started, the oldest first */
  readonly waves: readonly StartedWave[];
}

export async function studyWaves({ db }: Store, studyId: string): Promise<StudyWaves> {
  const study = await db.selectFrom('study').selectAll().where('id', '=', studyId).executeTakeFirstOrThrow();
  const waves = await db
    .selectFrom('wave')
    .select(['id', 'study_id', 'number', 'name', 'opens_on', 'closes_on', 'reminders', 'state'])
    .where('study_id', '=', studyId)
    .where('state', '!=', 'planned')
    .where('frozen', 'is not', null)
    .orderBy('number')
    .execute();
  const started: StartedWave[] = [];
  for (const wave of waves) {
    const frozen = await frozenText(db, wave.id);
    // erased a moment ago
    if (frozen === undefined) continue;
    started.push({ ...wave, state: wave.state as StartedWave['state'], frozen });
  }
  return { study, waves: started };
}

const MOST_TEXTS = 24;
const texts = new WeakMap<Store['db'], Map<string, string>>();

/** What is frozen never changes, and is long in a large study: that of the last waves is not read again. */
async function frozenText(db: Store['db'], waveId: string): Promise<string | undefined> {
  const known = texts.get(db) ?? new Map<string, string>();
  texts.set(db, known);
  const text =
    known.get(waveId) ??
    (await db.selectFrom('wave').select('frozen').where('id', '=', waveId).executeTakeFirst())?.frozen;
  if (text === undefined || text === null) return undefined;
  known.delete(waveId);
  if (known.size >= MOST_TEXTS) known.delete(known.keys().next().value!);
  known.set(waveId, text);
  return text;
}

/** The wave of that number, the last one by default. @throws Refusal for a number that no started wave has */
export function chosenWave(waves: readonly StartedWave[], number: number | undefined): StartedWave | undefined {
  if (number === undefined) return waves.at(-1);
  const wave = waves.find((one) => one.number === number);
  if (wave === undefined) throw fieldRefusal(['wave'], 'is no wave that was started');
  return wave;
}

/** The closed wave of that number, the last closed one by default; undefined where none was closed. */
export function chosenClosedWave(waves: readonly StartedWave[], number: number | undefined): StartedWave | undefined {
  const wave = number === undefined ? waves.findLast(({ state }) => state === 'closed') : chosenWave(waves, number);
  if (wave !== undefined && wave.state !== 'closed') throw fieldRefusal(['wave'], 'is not closed yet');
  return wave;
}

export const frozenWave = ({ frozen }: StartedWave): FrozenWave => frozenOf(frozen);

export const waveSummary = ({ id, number, name, opens_on, closes_on, state }: StartedWave): WaveSummary => ({
  id,
  number,
  name,
  opensOn: opens_on,
  closesOn: closes_on,
  state,
});

export function studySummary(study: StudyRecord): StudyResults['study'] {
  return {
    id: study.id,
    title: JSON.parse(study.title) as StudyResults['study']['title'],
    state: study.state,
    simulated: study.simulated === 1,
    minimumGroupSize: study.minimum_group_size,
    minimumTextSize: study.minimum_text_size,
    linkage: study.linkage,
  };
}
