import { csvFile } from '@peerscale/core';

/** Single-use links as CSV; a name that a spreadsheet would take for a formula is defused. */
export function tokensCsv(
  rows: readonly { readonly team: string; readonly name: string; readonly group: string; readonly url: string }[],
): string {
  const column = (name: 'team' | 'name' | 'group' | 'url', label: string) => ({
    name,
    label,
    type: 'text' as const,
    measure: 'nominal' as const,
    values: rows.map((row) => row[name]),
  });
  const variables = [column('team', 'Team'), column('name', 'Name'), column('group', 'Group'), column('url', 'Link')];
  return [...csvFile({ label: 'Links', rows: rows.length, variables })].join('');
}
