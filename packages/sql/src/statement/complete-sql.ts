/** "v0 IS NOT NULL AND v1 IS NOT NULL …": the rows that have all k. */
export const completeSql = (k: number): string =>
  Array.from({ length: k }, (_, i) => `v${i} IS NOT NULL`).join(' AND ');
