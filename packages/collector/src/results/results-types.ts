import type { ChangeReport, LocalizedText, SuppressionReason } from '@peerscale/core';

/** A figure about a group after disclosure control. A reason is there only for those who look after the study. */
export type Shown<T> =
  | { readonly status: 'shown'; readonly value: T }
  | { readonly status: 'suppressed'; readonly reason: SuppressionReason | null }
  | { readonly status: 'no-data' };

/** The mean score of a group. */
export interface MeanFigure {
  /** people with a score on every scale of the instrument: whom all means of an instrument are about */
  readonly n: number;
  readonly mean: number;
  /** of the mean, by t from the rounded standard deviation; null below two people or where nobody differs */
  readonly interval: { readonly level: number; readonly lower: number; readonly upper: number } | null;
  /** rounded, because an exact one beside a mean and a histogram would tell single answers */
  readonly sd: number | null;
}

export interface NamedFigure {
  readonly id: string;
  readonly name: string;
  readonly figure: Shown<MeanFigure>;
}

/** One row of the heat map. */
export interface TeamFigure extends NamedFigure {
  readonly parent: string | null;
  readonly setting: string | null;
  /** the mean drawn towards that of all teams, as far as the team's own is unreliable; null where there is no model */
  readonly shrunken: number | null;
  /** people in the lowest, middle and highest third of the possible scores */
  readonly thirds: Shown<readonly [number, number, number]>;
}

/** A difference between two waves, of everybody in them (not of linked people). */
export interface WaveDifference {
  readonly from: number;
  readonly difference: number;
  readonly interval: { readonly level: number; readonly lower: number; readonly upper: number } | null;
  /** Hedges' g of two samples; null where there is no spread */
  readonly effect: number | null;
  /** 0.2, 0.5, 0.8 by Cohen */
  readonly size: 'negligible' | 'small' | 'medium' | 'large' | null;
}

export type ReliabilityVerdict = 'enough-for-groups' | 'barely' | 'too-low' | 'unknown';

export interface ScaleResults {
  readonly id: string;
  readonly name: LocalizedText;
  readonly highMeans: LocalizedText;
  /** whether a high score is good news, bad news or neither, by the construct of the scale */
  readonly favourable: 'high' | 'low' | null;
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** of what the address asks for: everybody, or a group, setting or team */
  readonly figure: Shown<MeanFigure>;
  /** of everybody, whatever the address asks for: what groups, settings and teams are compared with */
  readonly everybody: Shown<MeanFigure>;
  /** joined bins, none with fewer people than the minimum; each as wide as the possible scores in it, the next begins where it ends */
  readonly distribution: Shown<readonly { readonly lower: number; readonly upper: number; readonly count: number }[]>;
  readonly reliability: {
    readonly alpha: number | null;
    readonly interval: { readonly level: number; readonly lower: number; readonly upper: number } | null;
    /** people with an answer to every item */
    readonly n: number | null;
    readonly verdict: ReliabilityVerdict;
  };
  /** whether teams differ and may be compared: of the teams whose figures are shown, so that no hidden one follows */
  readonly agreement: {
    readonly icc1: number | null;
    readonly icc2: number | null;
    /** median of rwg(j) over teams */
    readonly rwg: number | null;
    readonly teams: number;
    readonly verdict: 'strong' | 'moderate' | 'weak' | 'none' | 'unknown';
  };
  /** the same figure in every wave that was started, the oldest first */
  readonly waves: readonly { readonly wave: number; readonly figure: Shown<MeanFigure> }[];
  /** from the wave before the one looked at; null in the first */
  readonly change: WaveDifference | null;
  readonly groups: readonly NamedFigure[];
  readonly settings: readonly NamedFigure[];
  /** own team alone for a lead, none for a viewer */
  readonly teams: readonly TeamFigure[];
}

export interface InstrumentResults {
  readonly instrument: { readonly id: string; readonly version: string; readonly name: LocalizedText };
  readonly validation: 'none yet' | 'published';
  /** the answers that came in, and those of people with every score */
  readonly responses: Shown<number>;
  readonly scales: readonly ScaleResults[];
}

export interface WaveSummary {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: 'open' | 'closed';
}

/** How many answered, of how many who were asked. */
export interface Participation {
  readonly expected: number | null;
  readonly responses: Shown<number>;
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly expected: number | null;
    readonly responses: Shown<number>;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly expected: number | null;
    readonly responses: Shown<number>;
  }[];
}

/** GET /studies/:study/results?wave=&team=&group=&setting= */
export interface StudyResults {
  readonly schema: 'peerscale/study-results@1';
  readonly study: {
    readonly id: string;
    readonly title: LocalizedText;
    readonly state: 'draft' | 'open' | 'closed';
    readonly simulated: boolean;
    readonly minimumGroupSize: number;
    readonly minimumTextSize: number;
    readonly linkage: 'none' | 'code';
  };
  /** how much the reader may see: everything, the own team and the whole, or the whole */
  readonly reach: { readonly kind: 'all' | 'team' | 'whole'; readonly team: string | null };
  /** waves that were started, the oldest first */
  readonly waves: readonly WaveSummary[];
  /** number of the wave looked at; null where none was started */
  readonly wave: number | null;
  readonly filter: { readonly team: string | null; readonly group: string | null; readonly setting: string | null };
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly parent: string | null;
    readonly setting: string | null;
  }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly settings: readonly string[];
  readonly participation: Participation | null;
  /** none of an open wave: its figures come when it is closed */
  readonly instruments: readonly InstrumentResults[];
}

/** GET /studies/:study/results/items?instrument=&wave=&group= : of the whole or a group, never of a team */
export interface ItemResults {
  readonly schema: 'peerscale/item-results@1';
  readonly instrument: string;
  readonly items: readonly {
    readonly id: string;
    readonly number: number;
    readonly label: LocalizedText;
    readonly reversed: boolean;
    readonly n: Shown<number>;
    readonly mean: number | null;
    /** joined codes, none with fewer people than the minimum */
    readonly codes: Shown<readonly { readonly lower: number; readonly upper: number; readonly count: number }[]>;
    /** correlation with the rest of its scale */
    readonly rest: number | null;
  }[];
}

/** Why a change report has no figures of linked people on any scale: nobody is linked, or the waves are not neighbours. */
export const LINKED_LEFT_OUT = ['no-codes', 'waves-apart'] as const;

/** GET /studies/:study/results/change?from=&to= : of everybody between two closed waves */
export interface StudyChange extends ChangeReport {
  /**
   * `no-codes`: the study asks for no codes. `waves-apart`: people are followed from a wave to the next one alone, because
   * beside those figures others of a first and a third wave would tell of few. null: each scale has them, or an issue that
   * says why not
   */
  readonly linkedLeftOut: (typeof LINKED_LEFT_OUT)[number] | null;
}

/** GET /studies/:study/results/comments?wave= : all teams together, shuffled, held back below the minimum */
export interface CommentResults {
  readonly schema: 'peerscale/comment-results@1';
  readonly parts: readonly {
    readonly id: string;
    readonly question: LocalizedText;
    readonly comments: Shown<readonly string[]>;
    /** how many there must be */
    readonly minimum: number;
  }[];
}

/** GET /studies/:study/results/quality?wave= */
export interface QualityResults {
  readonly schema: 'peerscale/quality-results@1';
  readonly instruments: readonly {
    readonly instrument: string;
    readonly n: Shown<number>;
    /** people who gave one answer all through, who answered faster than two seconds an item, who left out a third */
    readonly straightlining: Shown<number>;
    readonly tooFast: Shown<number>;
    readonly incomplete: Shown<number>;
    /** of an item, in seconds; null where not known */
    readonly medianSecondsPerItem: number | null;
  }[];
}

/** What a team can talk about: the pages have a question for each, in words of their own. */
export const CONVERSATION_TOPICS = [
  'burnout',
  'satisfaction',
  'role-clarity',
  'role-conflict',
  'boundaries',
  'stigma',
  'self-stigma',
  'supervision',
  'support',
  'standing',
  'belonging',
  'recognition',
  'growth',
  'conditions',
  'staying',
  'values',
  'general',
] as const;
export type ConversationTopic = (typeof CONVERSATION_TOPICS)[number];

/** GET /studies/:study/teams/:team/report?wave= : what a team talks about in its meeting, of a closed wave */
export interface TeamReport {
  readonly schema: 'peerscale/team-report@1';
  readonly study: StudyResults['study'];
  readonly team: { readonly id: string; readonly name: string };
  readonly wave: WaveSummary;
  readonly participation: { readonly expected: number | null; readonly responses: Shown<number> };
  readonly scales: readonly {
    readonly instrument: string;
    readonly id: string;
    readonly name: LocalizedText;
    readonly highMeans: LocalizedText;
    readonly favourable: 'high' | 'low' | null;
    readonly possible: { readonly minimum: number; readonly maximum: number };
    readonly team: Shown<MeanFigure>;
    readonly whole: Shown<MeanFigure>;
    readonly before: Shown<MeanFigure> | null;
    readonly change: WaveDifference | null;
  }[];
  /** ids of at most three scales each (instrument/scale), the clearest first */
  readonly strong: readonly string[];
  readonly toTalkAbout: readonly string[];
  /** three topics to start with, what needs a talk first */
  readonly questions: readonly ConversationTopic[];
}
