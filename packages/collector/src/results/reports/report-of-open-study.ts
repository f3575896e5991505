import { type Instrument, type StudyReport, studyReportOfTally } from '@peerscale/core';
import type { Store } from '../../store/store.ts';
import { tallyOfOpenStudy } from '../tally/tally-of-open-study.ts';

/** An open study of one instrument. */
export interface OpenStudyInput {
  readonly studyId: string;
  readonly instrument: Instrument;
  readonly minimumGroupSize: number;
}

export interface OpenStudyReport {
  /** answers that it is of, told or not */
  readonly rows: number;
  readonly report: StudyReport;
}

/** The report of all answers that an open study has now. */
export async function reportOfOpenStudy(store: Store, input: OpenStudyInput): Promise<OpenStudyReport> {
  const { instrument, minimumGroupSize } = input;
  const tally = await tallyOfOpenStudy(store, input);
  return { rows: tally.rows, report: studyReportOfTally(instrument, tally, { minimumGroupSize }) };
}
