import { createHash } from 'node:crypto';
import {
  emptyReliabilityTally,
  type Instrument,
  releaseStep,
  type StudyReport,
  studyReportOfTally,
} from '@peerscale/core';
import { codingOf } from '../results/tally/empty-tally.ts';
import { openStudyInThread } from '../results/thread/work-in-thread.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import type { Study } from '../store/study.ts';

/** Of how many answers the figures are. */
export interface ReportRelease {
  /** 0: no figures yet */
  readonly released: number;
  /** number of answers from which on they are made anew */
  readonly next: number;
}

export type ReleasedReport = StudyReport & { readonly release: ReportRelease };

interface Stored {
  readonly fingerprint: string;
  readonly report: StudyReport;
}

/**
 * The report of an open study as everybody sees it now. It is kept as it was made until so many more have answered as the
 * minimum group size says (where it has distributions: as these need), because two reports that differ by one answer tell,
 * by subtraction, what it was. The same holds for each scale, which is about those who answered all of its items: one that
 * has too few new ones stays as it was. What was made is stored, so that a server that starts again continues with it, and
 * a study that has fewer answers than before keeps it.
 *
 * Between two steps no answers are read; they are counted.
 */
export async function releasedReport(
  store: CollectorStore,
  study: Study,
  instrument: Instrument,
): Promise<ReleasedReport> {
  const last = await lastReport(store, study.id);
  const { count } = await store.db
    .selectFrom('response')
    .select((is) => is.fn.countAll().as('count'))
    .where('study_id', '=', study.id)
    .where('instrument', '=', study.instrument)
    .executeTakeFirstOrThrow();
  const answers = Number(count);
  if (last === undefined && answers < study.minimumGroupSize)
    return withRelease(reportOfFew(study, instrument, answers));
  if (last !== undefined && !isDue(last.report, answers)) return withRelease(last.report);
  return once(store, study.id, () => makeAnew(store, study, instrument));
}

/** The report of too few to show anything of: anybody may ask for it, and none of their answers is needed. */
function reportOfFew({ minimumGroupSize }: Study, instrument: Instrument, rows: number): StudyReport {
  const nobody = emptyReliabilityTally(instrument, { details: true }, codingOf(instrument));
  return studyReportOfTally(instrument, { ...nobody, rows }, { minimumGroupSize });
}

async function makeAnew(store: CollectorStore, study: Study, instrument: Instrument): Promise<ReleasedReport> {
  const last = await lastReport(store, study.id);
  const { rows, report: made } = await openStudyInThread(store, {
    studyId: study.id,
    instrument,
    minimumGroupSize: study.minimumGroupSize,
  });
  if (last !== undefined && !isDue(last.report, rows)) return withRelease(last.report);
  // no figures: nothing that a later report could be compared with
  if (!made.respondents) return withRelease(made);
  const report = last === undefined ? made : keepingScales(last.report, made);
  await keep(store, study.id, last, report);
  // where another server was faster, its report is the one
  return withRelease((await lastReport(store, study.id))?.report ?? report);
}

function isDue(last: StudyReport, answers: number): boolean {
  const first = last.respondents ?? last.minimumGroupSize;
  return releaseStep(answers, { minimumGroupSize: last.minimumGroupSize, first, step: stepOf(last) }).released > first;
}

/** Of fewer people than a distribution is shown of, the difference of two would show one. */
function stepOf({ scales, minimumGroupSize, distributionGroupSize }: StudyReport): number {
  return scales.some(({ distribution }) => distribution !== null) ? distributionGroupSize : minimumGroupSize;
}

function withRelease(report: StudyReport): ReleasedReport {
  const released = report.respondents ?? 0;
  return {
    ...report,
    release: { released, next: released === 0 ? report.minimumGroupSize : released + stepOf(report) },
  };
}

/** The new report, with the scales of the last one that too few new people have answered whole. */
function keepingScales(last: StudyReport, made: StudyReport): StudyReport {
  const scales = made.scales.map((scale) => {
    const before = last.scales.find(({ id }) => id === scale.id);
    if (!before?.score) return scale;
    const step = before.distribution === null ? last.minimumGroupSize : last.distributionGroupSize;
    return (scale.score?.n ?? 0) - before.score.n < step ? before : scale;
  });
  return { ...made, scales };
}

const idOf = (studyId: string) => `open/${studyId}/report`;

async function lastReport({ db }: CollectorStore, studyId: string): Promise<Stored | undefined> {
  const row = await db
    .selectFrom('report_release')
    .select(['fingerprint', 'released'])
    .where('id', '=', idOf(studyId))
    .executeTakeFirst();
  return row && { fingerprint: row.fingerprint, report: JSON.parse(row.released) as StudyReport };
}

/** Stores a report in the place of the one that it follows, and of no other. */
async function keep(
  store: CollectorStore,
  studyId: string,
  last: Stored | undefined,
  report: StudyReport,
): Promise<void> {
  const released = JSON.stringify(report);
  const fingerprint = createHash('sha256').update(released).digest('base64url').slice(0, 27);
  await store.write(async (trx) => {
    if (last === undefined) {
      await trx
        .insertInto('report_release')
        // no instant: it would be that of somebody's answer
        .values({ id: idOf(studyId), study_id: studyId, fingerprint, released, at: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await trx
        .updateTable('report_release')
        .set({ fingerprint, released })
        .where('id', '=', idOf(studyId))
        .where('fingerprint', '=', last.fingerprint)
        .execute();
    }
  });
}

const running = new WeakMap<CollectorStore, Map<string, Promise<ReleasedReport>>>();

/** One at a time for each study: many may look at the moment when a report is due. */
function once(store: CollectorStore, studyId: string, work: () => Promise<ReleasedReport>): Promise<ReleasedReport> {
  const ofStore = running.get(store) ?? new Map<string, Promise<ReleasedReport>>();
  running.set(store, ofStore);
  const known = ofStore.get(studyId);
  if (known !== undefined) return known;
  const promise = work().finally(() => ofStore.delete(studyId));
  ofStore.set(studyId, promise);
  return promise;
}
