import type { RecordAnswers } from '@peerscale/core';
import type { Selectable } from 'kysely';
import type { ResponseRow } from '../../store/database.ts';
import { groupBy } from '../group-by.ts';
import type { AskedInstrument } from './asked-instrument.ts';

/** Responses of one group to one instrument, whose codes run the same way. */
export interface AlikeResponses {
  readonly asked: AskedInstrument;
  /** which way their codes run, where the text pack says so */
  readonly coding: RecordAnswers['coding'];
  /** what `key_digest` is */
  readonly keys: readonly string[];
}

type Row = Pick<Selectable<ResponseRow>, 'key_digest' | 'group_id' | 'instrument' | 'version' | 'coding'>;

/** What each group was asked in a wave, by group and `instrument@version`. */
export type AskedByGroup = ReadonlyMap<string, ReadonlyMap<string, AskedInstrument>>;

/** Rows put together that can be worked out together. Those of an instrument that is not installed are left out. */
export function alikeResponses<R extends Row>(
  rows: readonly R[],
  asked: AskedByGroup,
): (AlikeResponses & { readonly rows: readonly [R, ...R[]] })[] {
  const alike = groupBy(rows, ({ group_id, instrument, version, coding }) =>
    JSON.stringify([group_id, instrument, version, coding]),
  );
  return Array.from(alike.values()).flatMap((own) => {
    const [first] = own as [R];
    const { group_id, instrument, version, coding } = first;
    const of = asked.get(group_id ?? '')?.get(`${instrument}@${version}`);
    if (of === undefined) return [];
    return [
      {
        asked: of,
        coding: coding === null ? undefined : (JSON.parse(coding) as RecordAnswers['coding']),
        keys: own.map(({ key_digest }) => key_digest),
        rows: own as [R, ...R[]],
      },
    ];
  });
}
