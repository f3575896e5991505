import type { Interval, ReliabilityReportScale } from '@peerscale/core';
import { type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { shownOf } from '../withheld.ts';
import { coefficientOf } from './coefficient-of.ts';

function intervalPart({ words }: View, { level, lower, upper }: Interval): Text {
  if (lower === null || upper === null) return [];
  const { apa, format } = words;
  return apa.interval(format.level(level), format.interval(format.bounded(lower), format.bounded(upper)));
}

function consistency(view: View, scale: ReliabilityReportScale): Text[] {
  const { apa, format } = view.words;
  const { value, interval } = scale.alpha;
  if (scale.k < 2) return [text`${apa.singleItem}`];
  if (value === null) return [text`${apa.noAlpha}`];
  const ends = intervalPart(view, interval);
  const inBrackets = ends.length === 0 ? ends : text`${ends}${apa.intervalMethod(interval.method, interval.bootstrap)}`;
  const stated = (value < 0 ? apa.negativeAlpha : apa.alpha)(format.bounded(value), inBrackets);
  const omega = coefficientOf(scale, 'omega-ml');
  const second =
    omega === undefined || omega.value === null || value < 0
      ? text``
      : text`${apa.and}${apa.omega(format.bounded(omega.value), omega.interval === null ? [] : intervalPart(view, omega.interval))}`;
  return [text`${stated}${second}.`];
}

function associations({ words }: View, { k, itemStatistics, alpha }: ReliabilityReportScale): Text[] {
  const { apa, format } = words;
  if (k === 2) return alpha.averageR === null ? [] : [apa.twoItems(format.bounded(alpha.averageR))];
  const known = itemStatistics.map(({ rDrop }) => rDrop).filter((r) => r !== null);
  if (k < 3 || known.length < k) return [];
  return [apa.itemRest(format.bounded(Math.min(...known)), format.bounded(Math.max(...known)))];
}

/** Whether the number of complete respondents, and the scores they alone have, are held back. */
const hidesComplete = ({ minimumGroupSize }: View, { n, missing }: ReliabilityReportScale): boolean =>
  missing !== 'listwise' && shownOf(n, minimumGroupSize) === 'nothing';

function sampleSentence(view: View, scale: ReliabilityReportScale): string {
  const { n, nDropped, missing } = scale;
  const { apa, format } = view.words;
  if (nDropped === 0) return apa.complete(n);
  const found = hidesComplete(view, scale) ? apa.fewerThan(view.minimumGroupSize) : format.count(n);
  return apa.incomplete(n, found, n + nDropped)[missing];
}

/**
 * A paragraph about one scale as the method section of a paper has it, in the number style of APA 7: no zero before the
 * decimal sign of what cannot pass 1 (in languages whose spelling allows that), two decimals, intervals in brackets. It says
 * the rule for missing answers, how the interval was made, and the software. What cannot be estimated is left out or said
 * in words.
 */
export function apaParagraph(view: View, scale: ReliabilityReportScale): Text {
  const { words, instrument, isAdHoc, software } = view;
  const { apa, format } = words;
  const { k, n, method, details } = scale;
  const sentences: Text[] = [
    isAdHoc
      ? apa.adHocMeasure(k)
      : apa.measure(localized(view, scale.name), k, localized(view, instrument.name), instrument.version),
  ];
  if (details !== undefined) {
    const { minimum, maximum } = details.score.possible;
    const [from, to] = [format.short(minimum), format.short(maximum)];
    sentences.push(text`${k === 1 ? apa.singleItemScore(from, to) : apa.score(method, from, to)}`);
  }
  if (!isAdHoc) sentences.push(apa.highMeans(localized(view, scale.highMeans)));
  if (n === 0 && scale.missing === 'listwise') return joinedSentences([...sentences, text`${apa.nobody}`]);
  sentences.push(text`${sampleSentence(view, scale)}`);
  const score = details?.score;
  if (score !== undefined && score.mean !== null && !hidesComplete(view, scale)) {
    sentences.push(apa.scores(format.figure(score.mean), score.sd === null ? null : format.figure(score.sd)));
  }
  sentences.push(...consistency(view, scale), ...associations(view, scale));
  const sem = coefficientOf(scale, 'standard-error-of-measurement')?.value ?? null;
  if (sem !== null) sentences.push(text`${apa.sem(format.figure(sem))}`);
  return joinedSentences([...sentences, text`${apa.software(software)}`]);
}

const joinedSentences = (sentences: readonly Text[]): Text =>
  sentences.flatMap((sentence, i) => (i === 0 ? sentence : [' ', ...sentence]));
