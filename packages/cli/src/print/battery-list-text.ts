import { type Battery, batteryPartItems, type Instrument, type Respondent } from '@peerscale/core';
import { counted } from './number-text.ts';
import { respondentWords } from './respondent-words.ts';
import { safeText } from './safe-text.ts';

/** What the list says of one battery. */
export interface BatterySummary extends Pick<Battery, 'id' | 'version' | 'name' | 'purpose' | 'minutes'> {
  readonly groups: readonly {
    readonly respondents: Respondent;
    readonly items: number;
    readonly instruments: readonly string[];
  }[];
}

/**
 * Summarises a battery.
 *
 * @param find looks an instrument up by id and version
 */
export function batterySummary(
  { id, version, name, purpose, minutes, groups }: Battery,
  find: (id: string, version: string) => Instrument | undefined,
): BatterySummary {
  return {
    id,
    version,
    name,
    purpose,
    minutes,
    groups: groups.map(({ respondents, parts }) => ({
      respondents,
      items: parts.reduce((sum, part) => {
        const instrument = find(part.instrument, part.version);
        return sum + (instrument === undefined ? 0 : batteryPartItems(instrument, part).length);
      }, 0),
      instruments: parts.map((part) => `${part.instrument}@${part.version}`),
    })),
  };
}

/** The batteries as text; nothing where there are none. */
export function batteryListText(summaries: readonly BatterySummary[]): string {
  if (summaries.length === 0) return '';
  const blocks = summaries.map(({ id, version, name, minutes, groups }) => {
    const lines = groups.map(
      ({ respondents, items, instruments }) =>
        `    for ${respondentWords(respondents)}: ${counted(items, 'item', 'items')} of ${instruments.map((part) => part.split('@')[0]).join(', ')}\n`,
    );
    return `  ${`${id}@${version}`.padEnd(22)}  ${safeText(name.en)}, ${minutes} minutes\n${lines.join('')}`;
  });
  return `batteries\n${blocks.join('')}\n`;
}
