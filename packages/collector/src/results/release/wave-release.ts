import type { SuppressionReason } from '@peerscale/core';

/**
 * What may be said of a closed wave, decided once for all readers: filters, pages and reports only choose among it. It
 * holds nothing that is not shown to somebody, so that a copy of it tells nothing more than the pages do.
 */
export interface WaveRelease {
  readonly format: 'peerscale/wave-release@1';
  /** people a figure is about at least: what respondents were told when the wave closed */
  readonly minimum: number;
  /** people who answered, by address: of everybody, of teams and of groups */
  readonly participation: ByAddress<number>;
  readonly instruments: readonly ReleasedInstrument[];
}

/** A figure, the reason why there is none, or 0 where nobody could answer. */
export type Released<T> = { readonly is: T } | SuppressionReason | 0;

/** By `team|group`, each empty for all; a setting stands as `setting:NAME` in the place of a team. */
export type ByAddress<T> = Readonly<Record<string, Released<T>>>;

export const address = (team: string | null, group: string | null): string => `${team ?? ''}|${group ?? ''}`;
export const settingCategory = (setting: string): string => `setting:${setting}`;

/** People, and of every scale of the table their mean and rounded standard deviation. */
export type TableFigures = readonly [n: number, means: readonly number[], sds: readonly (number | null)[]];

export interface ReleasedInstrument {
  readonly id: string;
  readonly version: string;
  /** only where it is told how many of the groups that were asked took part */
  readonly responses: Released<number>;
  readonly tables: readonly ReleasedTable[];
  readonly quality: ReleasedQuality;
}

/** Scales that the same groups were asked, with their figures out of one `suppressTable`. */
export interface ReleasedTable {
  readonly groups: readonly string[];
  readonly figures: ByAddress<TableFigures>;
  readonly scales: readonly ReleasedScale[];
  /** those of these scales that are in no table before */
  readonly items: ReleasedItems;
}

export interface Bin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

export interface Ends {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ReleasedScale {
  readonly id: string;
  /** of everybody */
  readonly distribution: Released<readonly Bin[]>;
  readonly alpha: { readonly value: number | null; readonly interval: Ends | null; readonly n: number | null };
  /** over the teams whose means are shown; `teams` is how many these are */
  readonly agreement: {
    readonly icc1: number | null;
    readonly icc2: number | null;
    readonly rwg: number | null;
    readonly teams: number;
    readonly verdict: 'defensible' | 'with-care' | 'as-climate-only' | 'not-defensible' | 'cannot-say';
  };
  /** by team, of those whose mean is shown, and estimated from those alone */
  readonly shrunken: Readonly<Record<string, number>>;
  readonly thirds: Readonly<Record<string, readonly [number, number, number]>>;
}

/** Of the people with an answer to every item, everybody together and by group. */
export interface ReleasedItems {
  readonly items: readonly string[];
  /** by group, empty for everybody: people, and the mean code of each item */
  readonly groups: Readonly<Record<string, Released<readonly [n: number, means: readonly number[]]>>>;
  /** of everybody, an entry an item */
  readonly codes: readonly Released<readonly Bin[]>[];
  readonly rest: readonly (number | null)[];
}

export interface ReleasedQuality {
  readonly n: Released<number>;
  readonly straight: Released<number>;
  readonly fast: Released<number>;
  readonly sparse: Released<number>;
  readonly secondsPerItem: number | null;
}
