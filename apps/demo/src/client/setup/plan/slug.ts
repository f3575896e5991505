/**
 * A name as an id: lower-case words joined by hyphens, other than those that are taken.
 *
 * @example slugOf('Noční linka', ['nocni-linka']) // 'nocni-linka-2'
 */
export function slugOf(name: string, taken: readonly string[], fallback = 'team'): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 58)
    .replace(/^-|-$/g, '');
  const base = words === '' || words === 'constructor' || words === 'prototype' ? fallback : words;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
