import type { ReportIssue } from './issue.ts';

/** What became of the persons of one wave; exact + tolerant + ambiguous + unmatched = rows. */
export interface LinkageReportWave {
  readonly file: string;
  readonly rows: number;
  readonly exact: number;
  readonly tolerant: number;
  /** refused because of a tie */
  readonly ambiguous: number;
  readonly unmatched: number;
}

/** One element of the code in both waves. */
export interface LinkageReportElement {
  readonly id: string;
  /** share of persons who answered it */
  readonly answered: { readonly first: number | null; readonly second: number | null };
  /** share of those who answered it who are the only ones with their answer */
  readonly alone: { readonly first: number | null; readonly second: number | null };
  /** links in which this element differs or is missing */
  readonly tolerated: number;
}

export type LinkageIssueCode =
  | 'no-persons'
  | 'fewer-than-twenty'
  | 'not-hashed'
  | 'unreadable-entries'
  | 'no-covariates'
  | 'few-links'
  | 'false-links-likely'
  | 'many-ambiguous'
  | 'rarely-answered'
  | 'tells-alone';

/** What `peerscale link --json` prints. No code and no person is in it. No NaN: a figure that does not exist is null. */
export interface LinkageReport {
  readonly schema: 'peerscale/linkage@1';
  readonly elements: readonly LinkageReportElement[];
  readonly covariates: readonly string[];
  readonly first: LinkageReportWave;
  readonly second: LinkageReportWave;
  readonly links: number;
  /** links over the persons of the smaller wave */
  readonly linkedShare: number | null;
  /** links that chance alone would make between people who left and people who came, by simulation */
  readonly expectedFalse: {
    readonly exact: number;
    readonly tolerant: number;
    readonly shareOfLinks: number | null;
    readonly method: string;
    readonly draws: number;
    readonly seed: number;
  };
  /** the two elements that together tell most, and the share of persons they single out */
  readonly pair: {
    readonly elements: readonly [string, string];
    readonly first: number | null;
    readonly second: number | null;
  } | null;
  /** `do-not-link`: a wave has fewer than 20 persons, whom the code itself can point to */
  readonly advice: 'link' | 'do-not-link';
  readonly issues: readonly ReportIssue<LinkageIssueCode>[];
  readonly references: readonly string[];
}
