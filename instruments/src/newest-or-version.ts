/** Of those with that id the one of that version, else the newest by number (1.10.0 is newer than 1.9.0). */
export function newestOrVersion<T extends { readonly id: string; readonly version: string }>(
  all: readonly T[],
  id: string,
  version?: string,
): T | undefined {
  const candidates = all.filter((candidate) => candidate.id === id);
  if (version !== undefined) return candidates.find((candidate) => candidate.version === version);
  return candidates.sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))[0];
}
