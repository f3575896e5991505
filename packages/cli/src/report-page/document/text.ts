import { plainText } from './plain-text.ts';

/**
 * A run of text. A bare string is in the page's own words; `outside` is text that came from somewhere else (a label, a
 * file's name), kept apart from the direction of what surrounds it, with its language where it is another one.
 */
export type Inline =
  | string
  | { readonly outside: string; readonly lang?: string }
  | { readonly emphasis: string }
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: DocumentLink };

/** Where a link may lead: into the page, or to a DOI. Nothing else is let through. */
export type DocumentLink = `#${string}` | `https://doi.org/${string}`;

export type Text = readonly Inline[];

/** What a sentence may be put together from. */
export type TextPart = Inline | Text | number;

/**
 * A sentence with values in it, as runs of text.
 *
 * @example text`mean ${emphasis('M')} = ${3}` // ['mean ', { emphasis: 'M' }, ' = ', '3']
 */
export function text(strings: TemplateStringsArray, ...parts: readonly TextPart[]): Text {
  const runs: Inline[] = [];
  strings.forEach((own, i) => {
    if (own !== '') runs.push(own);
    const part = parts[i];
    if (typeof part === 'number') runs.push(String(part));
    else if (Array.isArray(part)) runs.push(...(part as Text));
    else if (part !== undefined && part !== '') runs.push(part as Inline);
  });
  return runs;
}

export const emphasis = (words: string): Inline => ({ emphasis: words });
export const strong = (words: string): Inline => ({ strong: words });
export const code = (words: string): Inline => ({ code: words });
export const outside = (words: string, lang?: string): Inline =>
  lang === undefined ? { outside: words } : { outside: words, lang };
export const link = (words: string, href: DocumentLink): Inline => ({ link: words, href });

/** A link to a work; whatever a DOI may hold is written so that it ends no address. */
export function doiLink(doi: string): Inline {
  const address = encodeURI(plainText(doi)).replace(
    /[#?&'()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return link(`doi:${doi}`, `https://doi.org/${address}`);
}

/** Texts with something between them. @example joined([text`a`, text`b`], ', ') // ['a', ', ', 'b'] */
export const joined = (texts: readonly Text[], between: string): Text =>
  texts.flatMap((entry, i) => (i === 0 ? entry : [between, ...entry]));

/** The words alone, as a title or a file of plain text has them. */
export const plain = (runs: Text): string =>
  runs
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('outside' in run) return run.outside;
      if ('emphasis' in run) return run.emphasis;
      if ('strong' in run) return run.strong;
      return 'code' in run ? run.code : run.link;
    })
    .join('');
