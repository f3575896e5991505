/** Words that SPSS or R keep for themselves. */
const RESERVED = new Set(
  'all and by eq ge gt le lt ne not or to with if else repeat while function for next break true false null inf nan na'.split(
    ' ',
  ),
);
const LONGEST = 64;

/**
 * Names that SPSS, R and Stata take, for ids of any kind: a letter first, then letters, digits and underscores, at most 64 of
 * them, none a word of those programs, each once whatever its case.
 *
 * @param ids what is to be named; each gets its own name
 * @returns one name an id, in order
 * @example programNames(['role-1', 'role_1', '2nd', 'with']) // ['role_1', 'role_1_2', 'v2nd', 'with_']
 */
export function programNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const lettered = /^[A-Za-z]/.test(plain) ? plain : `v${plain}`;
    const base = `${lettered}${RESERVED.has(lettered.toLowerCase()) ? '_' : ''}`.slice(0, LONGEST);
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      name = `${base.slice(0, LONGEST - 1 - String(copy).length)}_${copy}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
