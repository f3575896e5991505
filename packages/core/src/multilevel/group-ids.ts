/** Ids of groups, and the label of each. */
export interface GroupIds {
  /** one a row; -1 where the label is missing */
  readonly ids: Int32Array;
  /** the label of id 0, 1, …, in order of first appearance */
  readonly labels: readonly string[];
}

/**
 * Numbers the groups that rows belong to. Several columns make one group of each combination: person codes that start anew
 * in every team are told apart by `groupIds(teams, persons)`.
 *
 * @param columns labels; null, undefined, NaN and '' are missing
 * @returns labels of several columns are joined by ' / '
 * @throws RangeError for columns of different lengths, and without one
 * @example groupIds(['north', 'south', 'north']).ids // 0, 1, 0
 */
export function groupIds(...columns: readonly ArrayLike<string | number | null | undefined>[]): GroupIds {
  const rows = columns[0]?.length;
  if (rows === undefined) throw new RangeError('Unexpected number of columns: 0.');
  const ids = new Int32Array(rows);
  const labels: string[] = [];
  const known = new Map<string, number>();
  for (const column of columns) {
    if (column.length !== rows) throw new RangeError(`Unexpected rows: ${column.length}, expected ${rows}.`);
  }
  for (let row = 0; row < rows; row++) {
    const parts = columns.map((column) => column[row]);
    if (parts.some((part) => part === null || part === undefined || part === '' || Number.isNaN(part))) {
      ids[row] = -1;
      continue;
    }
    const key = parts.length === 1 ? String(parts[0]) : JSON.stringify(parts.map(String));
    let id = known.get(key);
    if (id === undefined) {
      id = labels.push(parts.join(' / ')) - 1;
      known.set(key, id);
    }
    ids[row] = id;
  }
  return { ids, labels };
}
