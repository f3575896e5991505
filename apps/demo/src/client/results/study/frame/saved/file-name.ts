/** @example fileName('Peer team: Autumn', 'wave 3') // 'peer-team-autumn-wave-3' */
export function fileName(...parts: readonly string[]): string {
  return parts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
