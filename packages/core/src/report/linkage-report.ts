import {
  type CodeAnonymity,
  type CodedWave,
  codeAnonymity,
  expectedFalseLinks,
  type WaveLinkage,
} from '../linkage/index.ts';
import { linkageIssues } from './linkage-report-issues.ts';
import type { LinkageReport, LinkageReportElement, LinkageReportWave } from './linkage-report-types.ts';
import { orNull } from './or-null.ts';

export interface LinkageReportOptions {
  /** names of the covariates, in their order */
  readonly covariates?: readonly string[];
  /** for each element, in how many answers of both waves there was nothing of the kind asked for, so that none was hashed */
  readonly unreadable?: readonly number[];
  /** simulated waves of strangers, default 100 */
  readonly draws?: number;
  /** of the simulation, a whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
}

/**
 * How well two waves were linked: who was found exactly, with one element different, refused because of a tie, or not at
 * all; how many links chance alone would make; what each element contributes and gives away.
 *
 * @param files where the waves came from, echoed in the report
 * @param linkage of the same waves (`linkWaves`)
 * @throws RangeError for waves with other elements, columns of different lengths, draws or a seed out of range
 * @see docs/methods/linkage.md; Schnell, Bachteler & Reiher (2010), doi:10.1177/0193841X10387576
 * @example
 * const wave = { elements: ['day', 'town'], hashes: [['a', 'b'], ['c', 'd']] };
 * const files = { first: 'spring', second: 'autumn' };
 * linkageReport(files, wave, wave, linkWaves(wave, wave)).links // 2
 */
export function linkageReport(
  files: { readonly first: string; readonly second: string },
  first: CodedWave,
  second: CodedWave,
  linkage: WaveLinkage,
  { covariates = [], unreadable = [], draws = 100, seed = 1 }: LinkageReportOptions = {},
): LinkageReport {
  const expected = expectedFalseLinks(first, second, linkage, { draws, seed });
  const [ofFirst, ofSecond] = [codeAnonymity(first), codeAnonymity(second)];
  const pair = ofFirst.pair ?? ofSecond.pair;
  const wave = (file: string, { persons }: CodeAnonymity, counts: WaveLinkage['first']): LinkageReportWave => ({
    file,
    rows: persons,
    ...counts,
  });
  const report: LinkageReport = {
    schema: 'peerscale/linkage@1',
    elements: first.elements.map(
      (id, place): LinkageReportElement => ({
        id,
        answered: { first: answeredShare(first, place), second: answeredShare(second, place) },
        alone: { first: orNull(ofFirst.aloneByElement[place]!), second: orNull(ofSecond.aloneByElement[place]!) },
        tolerated: linkage.links.filter(({ differs }) => differs === id).length,
      }),
    ),
    covariates,
    first: wave(files.first, ofFirst, linkage.first),
    second: wave(files.second, ofSecond, linkage.second),
    links: linkage.links.length,
    linkedShare: orNull(linkage.links.length / Math.min(ofFirst.persons, ofSecond.persons)),
    expectedFalse: {
      exact: expected.exact,
      tolerant: expected.tolerant,
      shareOfLinks: orNull(expected.shareOfLinks),
      method: 'simulated strangers, elements drawn independently',
      draws,
      seed,
    },
    pair: pair === null ? null : { elements: pair, first: pairShare(ofFirst, pair), second: pairShare(ofSecond, pair) },
    advice: ofFirst.advice === 'link' && ofSecond.advice === 'link' ? 'link' : 'do-not-link',
    issues: [],
    references: [
      'Schnell, Bachteler & Reiher (2010), doi:10.1177/0193841X10387576',
      'Yurek, Vasey & Havens (2008), doi:10.1177/0193841X08316676',
    ],
  };
  return { ...report, issues: linkageIssues(report, first, second, unreadable) };
}

function answeredShare({ hashes }: CodedWave, place: number): number | null {
  const column = hashes[place]!;
  return orNull(column.filter((hash) => hash !== null).length / column.length);
}

/** The share of a wave that the pair singles out; null where another pair tells more in that wave. */
const pairShare = ({ pair, aloneByPair }: CodeAnonymity, wanted: readonly [string, string]): number | null =>
  pair !== null && pair[0] === wanted[0] && pair[1] === wanted[1] ? orNull(aloneByPair) : null;
