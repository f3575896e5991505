import { createHash } from 'node:crypto';
import { commentDisclosure, type LocalizedText } from '@peerscale/core';
import type { FormPart } from '@peerscale/form';
import { frozenOf } from '../answers/open-wave.ts';
import { type Batch, batchesOf, inWholeBatches } from '../batches/batches.ts';
import { keepRelease } from '../results/release/read-release.ts';
import type { CommentResults, Shown } from '../results/results-types.ts';
import type { Store } from '../store/store.ts';
import type { WaveRecord } from '../studies/wave-of.ts';

type TextPart = FormPart & { readonly kind: 'short-text' | 'long-text' };

/**
 * What people have written in a closed wave, part by part: of all teams and groups together, in an order that says nothing,
 * and only where at least `minimum` people have answered who were asked it. Nothing stands beside a text that says whose team
 * it is.
 *
 * What is taken back is deleted at once, and read by nobody any more. So that two readings do not tell which text it was,
 * texts are read in batches of at least `minimum`, cut when they are first read, and a batch of which one is missing is
 * left out as a whole.
 *
 * @param sayWhy whether the reader may know why something is held back
 */
export async function commentsOfWave(
  store: Store,
  wave: Pick<WaveRecord, 'id' | 'frozen' | 'study_id' | 'closes_on'>,
  minimum: number,
  sayWhy: boolean,
): Promise<CommentResults> {
  const { db } = store;
  const asked = new Map<string, { readonly part: TextPart; readonly groups: string[] }>();
  for (const { id: group, plan } of frozenOf(wave.frozen).groups) {
    for (const part of plan.parts) {
      if (part.kind !== 'short-text' && part.kind !== 'long-text') continue;
      const known = asked.get(part.id);
      if (known === undefined) asked.set(part.id, { part, groups: [group] });
      else known.groups.push(group);
    }
  }
  const parts: CommentResults['parts'][number][] = [];
  for (const { part, groups } of asked.values()) {
    const { people } = await db
      .selectFrom('response')
      .select((is) => is.fn.count('receipt_digest').distinct().as('people'))
      .where('wave_id', '=', wave.id)
      .where('group_id', 'in', groups)
      .executeTakeFirstOrThrow();
    // batches first: who takes a text back in between is missing in one of them
    const batches = await batchesOfPart(store, wave, part.id, minimum);
    const rows = inWholeBatches(await textsOf(store, wave.id, part.id), ({ key_digest }) => key_digest, batches);
    parts.push({
      id: part.id,
      question: part.question as LocalizedText,
      comments: shown(Number(people), batches.length > 0, rows, minimum, sayWhy),
      minimum,
    });
  }
  return { schema: 'peerscale/comment-results@1', parts };
}

interface Text {
  readonly key_digest: string;
  readonly value: string;
}

const textsOf = ({ db }: Store, wave: string, part: string): Promise<Text[]> =>
  db
    .selectFrom('other_answer')
    .select(['key_digest', 'value'])
    .where('wave_id', '=', wave)
    .where('part', '=', part)
    .where('kind', '=', 'text')
    .orderBy('key_digest')
    .execute();

async function batchesOfPart(
  store: Store,
  wave: Pick<WaveRecord, 'id' | 'study_id' | 'closes_on'>,
  part: string,
  minimum: number,
): Promise<readonly Batch[]> {
  const { released } = await keepRelease(store, `${wave.id}/comments/${part}`, wave, async () => {
    const texts = await textsOf(store, wave.id, part);
    return batchesOf(
      texts.map(({ key_digest }) => key_digest),
      minimum,
    );
  });
  return JSON.parse(released) as Batch[];
}

function shown(
  people: number,
  wereWritten: boolean,
  rows: readonly Text[],
  minimum: number,
  sayWhy: boolean,
): Shown<readonly string[]> {
  const texts = rows.map(({ value }) => value);
  const { status, comments } = commentDisclosure(people, texts, seedOf(rows), { minimumComments: minimum });
  if (status === 'empty' && !wereWritten) return { status: 'no-data' };
  // nothing is left of what was written, or too little: which of both is not told
  if (status !== 'shown') return { status: 'suppressed', reason: sayWhy ? { code: 'too-small', minimum } : null };
  return { status, value: comments };
}

/**
 * The same texts come in the same order, and another one as soon as one of them is taken back. Nobody can undo the shuffling
 * without the keys; and before it the texts stand by their keys, which are as good as random.
 */
function seedOf(rows: readonly { readonly key_digest: string }[]): number {
  const hash = createHash('sha256').update('peerscale/comment-order@1');
  for (const { key_digest } of rows) hash.update(`\n${key_digest}`);
  return hash.digest().readUInt32BE(0);
}
