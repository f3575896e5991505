import type { Transaction } from 'kysely';
import { digestOf, newSecret } from '../access/secret.ts';
import type { Database } from '../store/database.ts';

const ROWS = 1000;

export interface NewToken {
  readonly team: string;
  readonly group: string;
  readonly secret: string;
}

/**
 * Makes single-use tokens, and stores their digests sorted, so that the order in which an engine keeps its rows says
 * nothing of the order in which they are handed out.
 */
export async function insertTokens(
  trx: Transaction<Database>,
  waveId: string,
  cells: readonly { readonly team: string; readonly group: string; readonly count: number }[],
): Promise<NewToken[]> {
  const tokens = cells.flatMap(({ team, group, count }) =>
    Array.from({ length: count }, (): NewToken => ({ team, group, secret: newSecret() })),
  );
  const rows = tokens
    .map(({ team, group, secret }) => ({ digest: digestOf(secret)!, wave_id: waveId, team_id: team, group_id: group }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
  for (let from = 0; from < rows.length; from += ROWS) {
    await trx
      .insertInto('token')
      .values(rows.slice(from, from + ROWS))
      .execute();
  }
  return tokens;
}
