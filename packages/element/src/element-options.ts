import type { KeepMode } from '@peerscale/form';

/** The attributes of the element, read. */
export interface ElementOptions {
  readonly src: string | null;
  readonly locale: string | null;
  readonly endpoint: string | null;
  readonly mode: 'list' | 'single';
  readonly keep: KeepMode;
  readonly shared: boolean;
  readonly draftKey: string | null;
  readonly stylesheet: string | null;
}

/** `theme` is not here: it is the style sheet's alone. */
export const OBSERVED = ['src', 'locale', 'endpoint', 'mode', 'keep', 'shared-computer', 'draft-key'] as const;

/** Reads the attributes; whatever has no meaning is as if it were not there. An empty attribute counts as none. */
export function readOptions(element: Element): ElementOptions {
  const text = (name: string) => element.getAttribute(name) || null;
  const keep = text('keep');
  const shared = element.hasAttribute('shared-computer');
  return {
    src: text('src'),
    locale: canonical(text('locale')),
    endpoint: text('endpoint'),
    mode: text('mode') === 'single' ? 'single' : 'list',
    keep: shared || keep === 'none' ? 'none' : keep === 'device' ? 'device' : 'tab',
    shared,
    draftKey: text('draft-key'),
    stylesheet: text('stylesheet'),
  };
}

/** A language tag that `Intl` takes, or null: "en_US" in an attribute must not stop the form. */
function canonical(locale: string | null): string | null {
  if (locale === null) return null;
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** The language of what is around an element, across shadow roots. */
export function languageAround(element: Element): string | null {
  for (let node: Node | null = element; node !== null; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return canonical(lang);
  }
  return null;
}
