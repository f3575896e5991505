import type { ResultsFilter } from '../../api/results.ts';

/** What the reader has chosen, all of it in the address, so that it can be sent to somebody and survives a reload. */
export interface Choice extends ResultsFilter {
  /** `instrument/scale`; null is the first one */
  readonly scale: string | null;
}

const NAMES = ['wave', 'team', 'group', 'setting', 'scale'] as const;

/**
 * The choice in a query. What is not a wave's number is none; other values are the server's to judge.
 *
 * @example choiceOfAddress('?wave=2&group=staff').wave // 2
 */
export function choiceOfAddress(search: string): Choice {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) || null;
  const wave = Number(query.get('wave'));
  return {
    wave: Number.isSafeInteger(wave) && wave > 0 ? wave : null,
    team: text('team'),
    group: text('group'),
    setting: text('setting'),
    scale: text('scale'),
  };
}

/**
 * The query with another choice; what else is in it, such as the language, stays. A team is in one setting, so choosing one of
 * the two takes the other back.
 *
 * @example searchWith('?lang=cs&team=a', { setting: 'ward' }) // '?lang=cs&setting=ward'
 */
export function searchWith(search: string, change: Partial<Choice>): string {
  const query = new URLSearchParams(search);
  const whole: Partial<Choice> = { ...change };
  if (change.team) Object.assign(whole, { setting: null });
  if (change.setting) Object.assign(whole, { team: null });
  for (const name of NAMES) {
    const value = whole[name];
    if (value === undefined) continue;
    if (value === null) query.delete(name);
    else query.set(name, String(value));
  }
  return query.size === 0 ? '' : `?${query}`;
}
