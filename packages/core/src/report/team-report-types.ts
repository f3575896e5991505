import type { AggregationVerdict, NullDistribution } from '../agreement/index.ts';
import type { LocalizedText } from '../instrument/instrument.ts';
import type { Estimate } from './estimate.ts';
import type { ReportIssue } from './issue.ts';

/** Agreement within one team; nothing but `status` where it is not shown. */
export type TeamAgreementRow =
  | {
      readonly team: string;
      readonly status: 'shown';
      /** members with a score, their mean with a t interval, and the mean drawn towards that of all */
      readonly mean: Estimate;
      readonly sd: number | null;
      /** null where there is no model */
      readonly shrunkenMean: Estimate | null;
      /** members who answered every item: the figures below are about these */
      readonly n: number;
      /** rwg of one item, rwg(j) of several */
      readonly rwg: Estimate;
      readonly rwgStar: Estimate;
      readonly averageDeviation: Estimate;
      readonly awg: Estimate;
      /** members differ more than by chance, and rwg was set to 0 */
      readonly beyondChance: boolean;
    }
  | {
      readonly team: string;
      readonly status: 'suppressed' | 'no-data';
      readonly reason: string;
    };

export type TeamAgreementIssueCode =
  | 'no-respondents'
  | 'no-team'
  | 'suppressed'
  | 'too-few-teams'
  | 'small-teams'
  | 'beyond-chance'
  | 'no-null-distribution'
  | 'negative-icc'
  | 'nobody-differs'
  | 'no-shrunken-means';

export interface TeamAgreementScale {
  readonly id: string;
  readonly name: LocalizedText;
  readonly items: number;
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** persons with a score and a team */
  readonly n: number;
  /** teams with such a person */
  readonly teams: number;
  readonly teamSize: { readonly mean: number | null; readonly weighted: number | null };
  /** with the weighted team size n0, and with the mean one, as R's `multilevel` has it */
  readonly icc1: Estimate;
  readonly icc1OfMeanSize: Estimate;
  readonly icc2: Estimate;
  readonly test: {
    readonly f: number | null;
    readonly df1: number | null;
    readonly df2: number | null;
    readonly p: number | null;
  };
  /** mean variance within teams beside that within groups dealt by chance */
  readonly randomGroups: {
    readonly observed: number | null;
    readonly expected: number | null;
    readonly z: number | null;
    readonly p: number | null;
    readonly teams: number;
    readonly draws: number;
    readonly seed: number;
  };
  /** over all teams of at least two, those not shown among them */
  readonly medians: {
    readonly teams: number;
    readonly rwg: number | null;
    readonly rwgStar: number | null;
    readonly averageDeviation: number | null;
    readonly awg: number | null;
  };
  /** up to this average deviation counts as agreement: options over 6; null where items have different ones */
  readonly averageDeviationCut: number | null;
  readonly verdict: AggregationVerdict['verdict'];
  readonly reasons: readonly {
    readonly condition: AggregationVerdict['reasons'][number]['condition'];
    readonly holds: boolean | null;
    readonly value: number | null;
    readonly cut: number;
  }[];
  /** the verdict in a sentence, with its figures */
  readonly sentence: string;
  readonly rows: readonly TeamAgreementRow[];
  readonly issues: readonly ReportIssue<TeamAgreementIssueCode>[];
}

/** What `peerscale agreement --team --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface TeamAgreementReport {
  readonly schema: 'peerscale/team-agreement@1';
  readonly instrument: { readonly id: string; readonly version: string };
  readonly input: { readonly file: string; readonly rows: number };
  readonly level: number;
  readonly minimumGroupSize: number;
  readonly nullDistribution: NullDistribution;
  readonly scales: readonly TeamAgreementScale[];
  readonly issues: readonly ReportIssue<TeamAgreementIssueCode>[];
  readonly references: readonly string[];
}
