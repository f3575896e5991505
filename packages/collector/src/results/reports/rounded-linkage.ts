import type { LinkageIssueCode, LinkageReport, LinkageReportWave } from '@peerscale/core';
import { roundOrNull, roundTo } from '../release/rounding.ts';

/**
 * A linkage report as it may leave the server: those found are told as they are; of the others, those refused because of a
 * tie are rounded down to whole steps of the minimum and the rest counts as not found. Shares are rounded so that a step is
 * at least that many people, because an element that a single person left out, or has an answer of their own to, would show.
 */
export function roundedLinkage(report: LinkageReport, minimum: number): LinkageReport {
  const { elements, expectedFalse, pair, issues } = report;
  const steps = (people: number) => minimum * Math.floor(people / minimum);
  const waveOf = (wave: LinkageReportWave): LinkageReportWave => {
    const ambiguous = steps(wave.ambiguous);
    return { ...wave, ambiguous, unmatched: wave.unmatched + wave.ambiguous - ambiguous };
  };
  const shareOf = (share: number | null, { rows }: LinkageReportWave) =>
    share === null ? null : Math.min(1, roundTo((minimum * Math.round((share * rows) / minimum)) / rows, 0.01));
  const sharesOf = ({ first, second }: { readonly first: number | null; readonly second: number | null }) => ({
    first: shareOf(first, report.first),
    second: shareOf(second, report.second),
  });
  return {
    ...report,
    elements: elements.map((element) => ({
      ...element,
      answered: sharesOf(element.answered),
      alone: sharesOf(element.alone),
      tolerated: steps(element.tolerated),
    })),
    first: waveOf(report.first),
    second: waveOf(report.second),
    expectedFalse: {
      ...expectedFalse,
      exact: roundTo(expectedFalse.exact, 0.1),
      tolerant: roundTo(expectedFalse.tolerant, 0.1),
      shareOfLinks: roundOrNull(expectedFalse.shareOfLinks, 0.01),
    },
    pair: pair === null ? null : { ...pair, ...sharesOf(pair) },
    issues: issues.map((issue) => ({ ...issue, message: WITHOUT_NUMBERS[issue.code] ?? issue.message })),
  };
}

const WITHOUT_NUMBERS: Partial<Record<LinkageIssueCode, string>> = {
  'many-ambiguous': 'More than 5% of a wave were refused because of ties: the code tells too few people apart.',
  'rarely-answered':
    'An element was answered by fewer than 80% in one wave: the question may be unclear or too personal.',
  'tells-alone':
    'By one element alone more than half of a wave could be picked out: it is nearly a name; ask for less of it.',
};
