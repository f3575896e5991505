import type { Locale } from '../catalogue.ts';

type Suggested = Readonly<Record<'peer-worker' | 'staff' | 'manager' | 'service-user' | 'anyone', string>>;

/** The names that the set-up suggests for groups, and for a single team: `anyone`. */
export const suggestedNames: Readonly<Record<Locale, Suggested>> = {
  en: {
    'peer-worker': 'Peer workers',
    staff: 'Staff',
    manager: 'Managers',
    'service-user': 'Service users',
    anyone: 'Everybody',
  },
  cs: {
    'peer-worker': 'Lidé v peer roli',
    staff: 'Ostatní v týmu',
    manager: 'Vedení',
    'service-user': 'Lidé využívající služby',
    anyone: 'Všichni',
  },
};

const places = Object.keys(suggestedNames.en) as (keyof Suggested)[];

/**
 * The name of a team or a group for a reader: one that was suggested, in whatever language, is in the reader's; one that
 * somebody made up is as they wrote it.
 *
 * @example nameFor('Managers', 'cs') // 'Vedení'
 */
export function nameFor(name: string, locale: Locale): string {
  const place = places.find((one) => Object.values(suggestedNames).some((names) => names[one] === name));
  return place === undefined ? name : suggestedNames[locale][place];
}
