const PLAIN = /^[\w@%+=:,./-]+$/;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const escapes = (character: string): string => {
  if (character === "'" || character === '\\') return `\\${character}`;
  if (!CONTROL.test(character)) return character;
  const code = character.codePointAt(0)!;
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
};

/**
 * A word of a shell command, quoted where it has to be; control characters are written as escapes, which bash, zsh and ksh
 * read.
 *
 * @example shellWord("it's") // `'it'\\''s'`
 */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  if (CONTROL.test(word)) return `$'${[...word].map(escapes).join('')}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
