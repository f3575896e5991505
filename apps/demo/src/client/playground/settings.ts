export const DOORS = ['element', 'react', 'frame'] as const;
export const FORM_LOCALES = ['en', 'cs', 'de', 'uk', 'ar'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
export const MODES = ['list', 'single'] as const;
export const WIDTHS = [320, 600, 1024] as const;

/** What is chosen in the playground: all of it is in the address. */
export interface PlaygroundSettings {
  readonly instrument: string;
  readonly door: (typeof DOORS)[number];
  /** language of the form; that of the page around is another matter */
  readonly locale: (typeof FORM_LOCALES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly mode: (typeof MODES)[number];
  /** in CSS pixels; null: as wide as there is room for */
  readonly width: number | null;
  readonly shared: boolean;
}

const NARROWEST = 280;
const WIDEST = 2000;

export const DEFAULTS: PlaygroundSettings = {
  instrument: 'work-burnout',
  door: 'element',
  locale: 'en',
  theme: 'auto',
  mode: 'list',
  width: null,
  shared: false,
};

/**
 * Reads the settings from a query; what has no meaning there is as by default.
 *
 * @param locale of the page around: the form begins in it
 * @example readSettings('?door=react&width=320', 'cs') // { ...DEFAULTS, door: 'react', width: 320, locale: 'cs' }
 */
export function readSettings(search: string, locale: PlaygroundSettings['locale']): PlaygroundSettings {
  const query = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((value) => value === query.get(name)) ?? otherwise;
  const instrument = query.get('instrument') ?? '';
  const width = query.get('width') ?? '';
  return {
    instrument: /^[a-z][a-z0-9-]{0,63}$/.test(instrument) ? instrument : DEFAULTS.instrument,
    door: oneOf('door', DOORS, DEFAULTS.door),
    locale: oneOf('locale', FORM_LOCALES, locale),
    theme: oneOf('theme', THEMES, DEFAULTS.theme),
    mode: oneOf('mode', MODES, DEFAULTS.mode),
    width: /^\d{3,4}$/.test(width) ? Math.min(WIDEST, Math.max(NARROWEST, Number(width))) : null,
    shared: query.has('shared'),
  };
}

/**
 * The query of these settings after a "?", defaults left out; parameters of other names stay, such as the page's `lang`.
 *
 * @param locale the one that counts as default
 */
export function settingsQuery(
  settings: PlaygroundSettings,
  search: string,
  locale: PlaygroundSettings['locale'],
): string {
  const query = new URLSearchParams(search);
  const put = (name: string, value: string | null, otherwise: string | null) => {
    if (value === null || value === otherwise) query.delete(name);
    else query.set(name, value);
  };
  put('instrument', settings.instrument, DEFAULTS.instrument);
  put('door', settings.door, DEFAULTS.door);
  put('locale', settings.locale, locale);
  put('theme', settings.theme, DEFAULTS.theme);
  put('mode', settings.mode, DEFAULTS.mode);
  put('width', settings.width === null ? null : String(settings.width), null);
  put('shared', settings.shared ? '1' : null, null);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
