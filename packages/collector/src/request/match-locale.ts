import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/**
 * The locale of a form: the one asked for by `?locale=`, else the best of `Accept-Language`, else the first. A region that
 * is not on offer falls back to its language, and a language to a region of it (RFC 4647, lookup, and one step more).
 */
export function matchLocale(c: Context, locales: readonly string[]): string {
  const asked = c.req.query('locale');
  return (
    (asked === undefined ? undefined : lookUp(asked, locales)) ??
    accepts(c, {
      header: 'Accept-Language',
      supports: [...locales],
      default: locales[0]!,
      match: (ranges, { supports, default: first }) => {
        for (const { type, q } of ranges) {
          const found = q > 0 ? lookUp(type, supports) : undefined;
          if (found !== undefined) return found;
        }
        return first;
      },
    })
  );
}

function lookUp(range: string, locales: readonly string[]): string | undefined {
  const tag = range.toLowerCase();
  for (let end = tag.length; end > 0; end = tag.lastIndexOf('-', end - 1)) {
    const found = locales.find((locale) => locale.toLowerCase() === tag.slice(0, end));
    if (found !== undefined) return found;
  }
  return locales.find((locale) => locale.toLowerCase().startsWith(`${tag}-`));
}
