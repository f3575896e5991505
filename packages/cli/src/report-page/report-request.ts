import type {
  ChangeReport,
  CodingByScale,
  DriversReport,
  Instrument,
  ReliabilityReport,
  TeamAgreementReport,
  TextPack,
} from '@peerscale/core';
import type { Language } from './words/languages.ts';

/** What a report is made of; the figures are those of `report`, and no others are computed. */
export interface ReportRequest {
  /** with `details` in every scale */
  readonly report: ReliabilityReport;
  /** teams, change since another wave, and what goes with an outcome, where they were asked for */
  readonly teams?: TeamAgreementReport;
  readonly change?: ChangeReport;
  readonly drivers?: DriversReport;
  readonly instrument: Instrument;
  /** true for a scale of `--items` */
  readonly isAdHoc: boolean;
  readonly language: Language;
  /** figures about fewer people are held back, distributions of fewer than twice as many; at least 3 */
  readonly minimumGroupSize: number;
  /** labels of the codes, where there are any in the language of the report */
  readonly textPack: TextPack | undefined;
  /** what a high code means, where it is not the definition that says so, and who does */
  readonly coding: CodingByScale;
  readonly codingBy: 'option' | 'text-pack' | undefined;
  /** the day the report is about, as it should stand in it; without one it has none, and the same answers give the same page */
  readonly date: string | undefined;
  /** the command that makes the report again */
  readonly command: string;
  /** name and version of the program */
  readonly software: string;
}
