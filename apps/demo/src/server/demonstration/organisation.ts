import type { Battery, LocalizedText } from '@peerscale/core';

export type Respondents = Exclude<Battery['groups'][number]['respondents'], 'anyone'>;

/** A made-up team: how many people of each group it has. */
export interface DemonstrationTeam {
  readonly id: string;
  readonly name: LocalizedText;
  readonly setting: 'inpatient' | 'community';
  readonly people: Readonly<Record<Respondents, number>>;
}

const people = (peerWorkers: number, staff: number, managers: number, serviceUsers: number) => ({
  'peer-worker': peerWorkers,
  staff,
  manager: managers,
  'service-user': serviceUsers,
});
const team = (
  id: string,
  en: string,
  cs: string,
  setting: DemonstrationTeam['setting'],
  ...sizes: Parameters<typeof people>
): DemonstrationTeam => ({ id, name: { en, cs }, setting, people: people(...sizes) });

/**
 * Twelve teams, 598 people; no such organisation exists. One team is so small that its figures must not be shown, and most
 * teams have fewer peer workers and managers than the minimum group size.
 */
export const demonstrationTeams: readonly DemonstrationTeam[] = [
  team('ward-birch', 'Birch ward', 'Oddělení Bříza', 'inpatient', 4, 28, 2, 25),
  team('ward-maple', 'Maple ward', 'Oddělení Javor', 'inpatient', 3, 26, 2, 23),
  team('ward-linden', 'Linden ward', 'Oddělení Lípa', 'inpatient', 3, 30, 2, 27),
  team('ward-willow', 'Willow ward', 'Oddělení Vrba', 'inpatient', 2, 24, 1, 21),
  team('ward-acute', 'Acute ward', 'Akutní oddělení', 'inpatient', 2, 32, 3, 19),
  team('day-clinic', 'Day clinic', 'Denní stacionář', 'community', 5, 16, 2, 29),
  team('centre-north', 'Community team North', 'Terénní tým Sever', 'community', 6, 20, 2, 25),
  team('centre-south', 'Community team South', 'Terénní tým Jih', 'community', 5, 19, 2, 26),
  team('centre-east', 'Community team East', 'Terénní tým Východ', 'community', 6, 18, 2, 23),
  team('centre-west', 'Community team West', 'Terénní tým Západ', 'community', 4, 17, 2, 22),
  team('housing', 'Supported housing', 'Podporované bydlení', 'community', 7, 21, 2, 31),
  team('night-line', 'Night line', 'Noční linka', 'community', 2, 4, 1, 0),
];

/** Three waves, a quarter apart. */
export const demonstrationWaves = [
  { number: 1, name: { en: 'Spring', cs: 'Jaro' }, opensOn: '2026-03-02', closesOn: '2026-03-20' },
  { number: 2, name: { en: 'Summer', cs: 'Léto' }, opensOn: '2026-06-01', closesOn: '2026-06-19' },
  { number: 3, name: { en: 'Autumn', cs: 'Podzim' }, opensOn: '2026-09-07', closesOn: '2026-09-25' },
] as const satisfies readonly { number: number; name: LocalizedText; opensOn: string; closesOn: string }[];
