import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The id of a new study: words of its title and eight random characters. An id chosen by somebody could be taken, and
 * would tell that another organisation has a study of that name.
 */
export function newStudyId(title: Readonly<Record<string, string>>): string {
  const words = slugOf(title.en ?? Object.values(title)[0] ?? '')
    .slice(0, 40)
    .replace(/-$/, '');
  const random = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [/^[a-z]/.test(words) ? words : 'study', random].join('-');
}

/** A text as lower-case words joined by hyphens; '' where it has no letter of the Latin alphabet and no digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
