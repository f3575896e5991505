import { type CodedWave, SMALLEST_LINKED_GROUP } from '../linkage/index.ts';
import type { ReportIssue } from './issue.ts';
import type { LinkageIssueCode, LinkageReport } from './linkage-report-types.ts';

/** A keyed hash is longer than this; what is shorter was typed by somebody. */
const SHORTEST_HASH = 16;
const FALSE_SHARE = 0.01;
const AMBIGUOUS_SHARE = 0.05;
const FEW_LINKS = 0.5;
const RARELY = 0.8;
/** An element by which so many are alone is nearly a name. */
const TELLS_ALONE = 0.5;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** What to bear in mind with a linkage. */
export function linkageIssues(
  report: LinkageReport,
  first: CodedWave,
  second: CodedWave,
  unreadable: readonly number[],
): ReportIssue<LinkageIssueCode>[] {
  const issues: ReportIssue<LinkageIssueCode>[] = [];
  const add = (code: LinkageIssueCode, message: string): void => void issues.push({ code, message });
  const { elements, covariates, links, linkedShare, expectedFalse } = report;
  const waves = [report.first, report.second];
  const smaller = Math.min(report.first.rows, report.second.rows);
  if (smaller === 0) {
    add('no-persons', 'A wave has no persons: there is nobody to link.');
    return issues;
  }
  if (report.advice === 'do-not-link') {
    add(
      'fewer-than-twenty',
      `A wave has fewer than ${SMALLEST_LINKED_GROUP} persons. A code of a few elements can point to one of them: do not link; compare the waves without it.`,
    );
  }
  if (
    [...first.hashes, ...second.hashes].some((column) =>
      column.some((hash) => hash !== null && hash.length < SHORTEST_HASH),
    )
  ) {
    add(
      'not-hashed',
      'Some codes are too short for hashes: they look like what people typed. Never keep raw elements: hash them under the key of the study and delete them.',
    );
  }
  elements.forEach(({ id }, place) => {
    const count = unreadable[place] ?? 0;
    if (count === 0) return;
    add(
      'unreadable-entries',
      `${count} ${count === 1 ? 'answer' : 'answers'} to ${id} held nothing of the kind asked for and ${count === 1 ? 'counts' : 'count'} as missing.`,
    );
  });
  if (covariates.length === 0) {
    add('no-covariates', 'Without covariates nobody is linked whose code differs in one element: recall is lower.');
  }
  if (linkedShare !== null && linkedShare < FEW_LINKS) {
    add(
      'few-links',
      `${percent(linkedShare)} of the smaller wave were linked. Those linked may differ from the others: compare them before you speak of all.`,
    );
  }
  if ((expectedFalse.shareOfLinks ?? 0) > FALSE_SHARE) {
    const expected = expectedFalse.exact + expectedFalse.tolerant;
    add(
      'false-links-likely',
      `About ${expected.toFixed(1)} of ${links} links are expected to be false: add an element or a covariate, or link within sites.`,
    );
  }
  const ambiguous = Math.max(...waves.map((wave) => wave.ambiguous / wave.rows));
  if (ambiguous > AMBIGUOUS_SHARE) {
    add(
      'many-ambiguous',
      `${percent(ambiguous)} of a wave were refused because of ties: the code tells too few people apart.`,
    );
  }
  for (const { id, answered, alone } of elements) {
    const least = Math.min(answered.first ?? 0, answered.second ?? 0);
    if (least < RARELY)
      add(
        'rarely-answered',
        `${id} was answered by ${percent(least)} in one wave: the question may be unclear or too personal.`,
      );
    const most = Math.max(alone.first ?? 0, alone.second ?? 0);
    if (most > TELLS_ALONE && smaller >= SMALLEST_LINKED_GROUP) {
      add(
        'tells-alone',
        `By ${id} alone ${percent(most)} of a wave could be picked out: it is nearly a name; ask for less of it.`,
      );
    }
  }
  return issues;
}
